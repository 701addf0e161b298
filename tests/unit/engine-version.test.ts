import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { engineRepository, engineVersion } from '../../src/commands/engine-version.ts';

let engine: string;
beforeEach(async () => {
  engine = await mkdtemp(path.join(tmpdir(), 'engine-'));
  writeFileSync(path.join(engine, 'package.json'), '{ "version": "1.2.3" }');
});
afterEach(() => {
  rmSync(engine, { recursive: true, force: true });
});

const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=Editor', '-c', 'user.email=editor@paper.example', ...args],
    { cwd: engine, encoding: 'utf8' },
  ).trim();
const commit = (): string => {
  git('commit', '--quiet', '--allow-empty', '--message', 'A change');
  return git('rev-parse', 'HEAD');
};

describe('the version of the engine that a new paper names', () => {
  test.each([
    ['a light tag', ['tag', 'v1.2.3']],
    ['an annotated tag', ['tag', '--annotate', '--message', 'Version 1.2.3', 'v1.2.3']],
  ])('is the tag of its commit: %s', (_, tag) => {
    git('init', '--quiet');
    commit();
    git(...tag);
    expect(engineVersion(engine)).toEqual({ ref: 'v1.2.3', isThere: true });
  });

  test('is the full hash of a commit without a tag, though an older one has one', () => {
    git('init', '--quiet');
    commit();
    git('tag', 'v1.2.3');
    const ref = commit();
    expect(ref).toMatch(/^[0-9a-f]{40}$/);
    expect(engineVersion(engine)).toEqual({ ref, isThere: true });
  });

  test('is the tag to be set where the engine has no repository', () => {
    expect(engineVersion(engine)).toEqual({ ref: 'v1.2.3', isThere: false });
  });

  test('is never that of a repository around the engine', () => {
    git('init', '--quiet');
    commit();
    git('tag', 'v9.9.9');
    const inner = path.join(engine, 'bevolve-news');
    mkdirSync(inner);
    writeFileSync(path.join(inner, 'package.json'), '{ "version": "1.2.3" }');
    expect(engineVersion(inner)).toEqual({ ref: 'v1.2.3', isThere: false });
  });
});

test.each([
  ['https://github.com/owner/engine.git', 'owner/engine'],
  ['git@github.com:owner/engine.git', 'owner/engine'],
  ['https://github.com/owner/engine', 'owner/engine'],
  ['https://git.example/owner/engine.git', undefined],
])('the engine from %s is fetched from %s', (url, repository) => {
  git('init', '--quiet');
  git('remote', 'add', 'origin', url);
  expect(engineRepository(engine)).toBe(repository);
});
