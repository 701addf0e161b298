import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copyPaper } from '../../desk/desk-fixture.ts';
import { type LocalDesk, openLocalDesk } from '../../desk/local-desk.ts';

const story = 'content/articles/2025/clock-tower-strikes-thirteen/index.md';
const mila = { message: 'Correct a headline', name: 'Мила Коваль', email: 'mila@paper.example' };

let home: string;
let paper: string;
let desk: LocalDesk;

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

beforeEach(async () => {
  // Nothing of whoever runs the tests: no name, no signing, no hooks.
  home = mkdtempSync(path.join(tmpdir(), 'desk-home-'));
  vi.stubEnv('GIT_CONFIG_GLOBAL', path.join(home, 'none'));
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  vi.stubEnv('HOME', home);
  paper = await copyPaper('tests/fixtures/one-article');
  desk = await openLocalDesk(paper);
});
afterEach(async () => {
  await desk.stop();
  vi.unstubAllEnvs();
  for (const folder of [home, paper]) rmSync(folder, { recursive: true, force: true });
});

const commitAll = (folder: string, message: string): void => {
  git(folder, 'add', '--all');
  git(folder, '-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '-qm', message);
};

/** Makes the paper a repository that comes from a bare one, and returns that. */
const withRemote = (): string => {
  const remote = path.join(home, 'remote.git');
  git(home, 'init', '-q', '--bare', '-b', 'main', remote);
  git(paper, 'init', '-q', '-b', 'main');
  commitAll(paper, 'First');
  git(paper, 'remote', 'add', 'origin', remote);
  git(paper, 'push', '-q', '--set-upstream', 'origin', 'main');
  return remote;
};

const changeStory = (word: string): void => {
  const file = path.join(paper, story);
  writeFileSync(file, readFileSync(file, 'utf8').replace('thirteen', word));
};

/** Somebody else pushes a change. */
const pushedByOthers = (remote: string, file: string, text: string): void => {
  const other = path.join(home, 'other');
  git(home, 'clone', '-q', remote, other);
  writeFileSync(path.join(other, file), text);
  commitAll(other, 'From elsewhere');
  git(other, 'push', '-q');
};

test('a paper in no repository is told as such, and publishing it is refused in a sentence', async () => {
  expect((await desk.ask('GET /desk-api/changes')).body).toEqual({
    isRepository: false,
    files: [],
  });
  const { status, body } = await desk.ask('POST /desk-api/publish', mila);
  expect(status).toBe(409);
  expect(body).toMatchObject({ why: 'no-repository' });
});

test('what would be published is shown, with lines and commits to push', async () => {
  withRemote();
  changeStory('fourteen');
  writeFileSync(path.join(paper, 'content/pages/new page.md'), '---\ntitle: New\n---\nText\n');
  rmSync(path.join(paper, 'content/authors/wilhelmina-tansy.yaml'));
  writeFileSync(path.join(paper, 'notes.txt'), 'mine');
  expect((await desk.ask('GET /desk-api/changes')).body).toEqual({
    isRepository: true,
    branch: 'main',
    upstream: 'origin/main',
    ahead: 0,
    behind: 0,
    files: [
      { path: story, change: 'changed', added: 1, removed: 1 },
      { path: 'content/authors/wilhelmina-tansy.yaml', change: 'deleted', added: 0, removed: 7 },
      { path: 'content/pages/new page.md', change: 'added' },
    ],
  });
});

test('publishing commits the content alone, under the editor’s name, and pushes it', async () => {
  const remote = withRemote();
  changeStory('fourteen');
  writeFileSync(path.join(paper, 'notes.txt'), 'mine');
  git(paper, 'add', 'notes.txt');
  // A save that was killed left it.
  const part = path.join(paper, `${story}.${randomUUID()}.part`);
  writeFileSync(part, 'half');
  utimesSync(part, 1, 1);
  const { status, body } = await desk.ask('POST /desk-api/publish', mila);
  expect([status, body]).toMatchObject([200, { isPushed: true }]);
  expect(git(remote, 'log', '-1', '--format=%an <%ae> %s', '--name-only', 'main')).toBe(
    `Мила Коваль <mila@paper.example> Correct a headline\n\n${story}`,
  );
  expect(git(paper, 'status', '--porcelain')).toBe('A  notes.txt');
  expect(await desk.ask('POST /desk-api/publish', mila)).toMatchObject({
    status: 409,
    body: { why: 'nothing' },
  });
});

test('a push that others were faster than loses nothing, and goes through once theirs is taken over', async () => {
  const remote = withRemote();
  pushedByOthers(remote, 'content/pages/about.md', '---\ntitle: About\n---\nTheirs\n');
  changeStory('fourteen');
  const { body } = await desk.ask('POST /desk-api/publish', mila);
  expect(body).toMatchObject({ isPushed: false, why: 'behind' });
  expect((await desk.ask('GET /desk-api/changes')).body).toMatchObject({ ahead: 1, behind: 1 });
  expect((await desk.ask('POST /desk-api/pull', mila)).body).toMatchObject({ ahead: 1, behind: 0 });
  expect((await desk.ask('POST /desk-api/publish', mila)).body).toMatchObject({ isPushed: true });
  expect(git(remote, 'show', `main:${story}`)).toContain('fourteen');
  expect(git(remote, 'show', 'main:content/pages/about.md')).toContain('Theirs');
});

test('if others changed the same lines, taking them over is refused and all stays as it was', async () => {
  const remote = withRemote();
  pushedByOthers(remote, story, 'Theirs');
  changeStory('fourteen');
  await desk.ask('POST /desk-api/publish', mila);
  const head = git(paper, 'rev-parse', 'HEAD');
  expect(await desk.ask('POST /desk-api/pull', mila)).toMatchObject({
    status: 409,
    body: { why: 'conflict' },
  });
  expect(git(paper, 'rev-parse', 'HEAD')).toBe(head);
  expect(git(paper, 'status', '--porcelain')).toBe('');
});

test('without a remote the commit is kept on this machine', async () => {
  git(paper, 'init', '-q', '-b', 'main');
  const { body } = await desk.ask('POST /desk-api/publish', mila);
  expect(body).toMatchObject({ isPushed: false, why: 'no-remote' });
  expect(git(paper, 'log', '-1', '--format=%cn %s')).toBe('Мила Коваль Correct a headline');
});

test('nobody publishes without a name and an address, or under one that would forge a commit', async () => {
  withRemote();
  changeStory('fourteen');
  for (const wrong of [
    { name: '' },
    { email: '' },
    { name: 'A <b@c.example>\nx' },
    { email: 'a b' },
  ]) {
    const { status, body } = await desk.ask('POST /desk-api/publish', { ...mila, ...wrong });
    expect([status, body]).toMatchObject([422, { why: 'no-identity' }]);
  }
  expect(git(paper, 'log', '--format=%s')).toBe('First');
});

test('what a hook says against a commit is told in its words', async () => {
  withRemote();
  changeStory('fourteen');
  const hook = path.join(paper, '.git/hooks/pre-commit');
  writeFileSync(hook, '#!/bin/sh\necho "No headlines on Sundays" >&2\nexit 1\n');
  chmodSync(hook, 0o755);
  const { status, body } = await desk.ask('POST /desk-api/publish', mila);
  expect(status).toBe(409);
  expect(body).toMatchObject({ message: expect.stringContaining('on Sundays') as string });
});
