import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginChanges } from '../../src/press/changed-files.ts';
import { filesIn, goneFrom, newIn, type PrintedFiles } from '../../src/press/written-files.ts';
import { findPaper, pathIn } from '../papers.ts';
import { missingOf } from './servers.ts';

/*
 * The steps of the workflow for servers, as they are written there, with rsync. Only ssh is another: it runs commands on
 * this machine.
 */

type Step = { name?: string; run?: string };
type Workflow = { jobs: { publish: { steps: Step[] } } };

const { steps } = (load(readFileSync('docs/hosting/workflows/server.yml', 'utf8')) as Workflow).jobs
  .publish;
const stepOf = (name: RegExp): string => {
  const script = steps.find((step) => name.test(step.name ?? ''))?.run;
  if (script === undefined) throw new Error(`The workflow has no step named ${name.source}.`);
  return script;
};
const ask = stepOf(/^Ask/);
const copy = stepOf(/^Copy/);

const work = mkdtempSync(path.join(tmpdir(), 'copy-'));
const dist = path.join(work, 'dist');
const cache = path.join(work, '.cache');
const server = path.join(work, 'server', 'paper');
afterAll(() => {
  rmSync(work, { recursive: true });
});

const put = (folder: string, file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};

/** Runs a step as GitHub does: https://docs.github.com/actions/reference/workflow-syntax-for-github-actions. */
const run = (script: string, reload = ''): boolean =>
  spawnSync('bash', ['-e', '-c', script], {
    cwd: work,
    stdio: 'ignore',
    env: {
      ...process.env,
      PATH: `${path.join(work, 'bin')}:${process.env['PATH'] ?? ''}`,
      SSH_TARGET: 'press@server',
      PAPER_PATH: server,
      HOSTING_PATH: path.join(work, 'server', 'hosting'),
      RELOAD: reload,
    },
  }).status === 0;

/** The paper on the server, without the note of which edition it is. */
const onServer = (): PrintedFiles =>
  new Map([...filesIn(server)].filter(([file]) => file !== '.edition').sort());
const printed = (): PrintedFiles => new Map([...filesIn(dist)].sort());

/** A file that no edition has: it stays unless the whole paper is copied. */
const stray = 'left/lying/about.txt';
const wasWhole = (): boolean => !existsSync(path.join(server, stray));

describe.skipIf(missingOf('rsync').length > 0)('the workflow for servers', () => {
  let last: PrintedFiles | undefined;

  /** Asks the server, prints an edition after a change, and copies it. */
  const publish = (change: () => void, reload?: string): boolean => {
    expect(run(ask)).toBe(true);
    change();
    const now = printed();
    const changed = last && [...goneFrom(last, now), ...newIn(now, last)];
    beginChanges(cache, changed, (file) => now.has(file))();
    last = now;
    return run(copy, reload);
  };

  beforeAll(() => {
    put(work, 'bin/ssh', '#!/bin/sh\n[ "$1" = -l ] && shift 2\nshift\nexec sh -c "$*"\n');
    chmodSync(path.join(work, 'bin/ssh'), 0o755);
    cpSync(pathIn(findPaper('moved')), dist, { recursive: true });
  });

  test('copies the whole paper at first', () => {
    put(server, stray, 'of an older site');
    expect(publish(() => undefined)).toBe(true);
    expect(onServer()).toEqual(printed());
    expect(wasWhole()).toBe(true);
  });

  test('copies only what changed after that, and deletes only what is gone', () => {
    put(server, stray, 'of somebody else');
    const isPublished = publish(() => {
      put(dist, 'index.html', 'A new front page.');
      put(dist, 'the bridge/(1) [new] & “öffnet”.html', 'A story.');
      rmSync(path.join(dist, 'about'), { recursive: true });
    });
    expect(isPublished).toBe(true);
    expect(wasWhole()).toBe(false);
    expect(existsSync(path.join(server, 'about'))).toBe(false);
    rmSync(path.join(server, path.dirname(stray)), { recursive: true });
    expect(onServer()).toEqual(printed());
  });

  test('copies the whole paper after it has failed, even if what it had kept is as it was before', () => {
    put(server, stray, 'of an older site');
    cpSync(cache, `${cache}-before`, { recursive: true });
    const before = last;
    const failed = publish(() => {
      put(dist, 'index.html', 'A front page that is taken back.');
      put(dist, 'withdrawn/index.html', 'A story that is taken back.');
    }, 'exit 1');
    expect(failed).toBe(false);
    expect(existsSync(path.join(server, 'withdrawn/index.html'))).toBe(true);

    rmSync(cache, { recursive: true });
    cpSync(`${cache}-before`, cache, { recursive: true });
    last = before;
    const isPublished = publish(() => {
      put(dist, 'index.html', 'A new front page.');
      rmSync(path.join(dist, 'withdrawn'), { recursive: true });
    });
    expect(isPublished).toBe(true);
    expect(wasWhole()).toBe(true);
    expect(onServer()).toEqual(printed());
  });

  test('puts a folder where a file was, and a file where a folder was', () => {
    publish(() => {
      put(dist, 'notes', 'A file.');
      put(dist, 'letters/index.html', 'A page.');
    });
    publish(() => {
      rmSync(path.join(dist, 'letters'), { recursive: true });
      put(dist, 'letters', 'A file.');
    });
    expect(onServer()).toEqual(printed());
    const swap = (): void => {
      rmSync(path.join(dist, 'notes'));
      put(dist, 'notes/index.html', 'A page.');
    };
    // A server that cannot delete the file any more is told everything the next time.
    if (!publish(swap)) publish(() => undefined);
    expect(onServer()).toEqual(printed());
  });
});
