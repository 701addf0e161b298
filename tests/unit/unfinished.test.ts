import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { beginBuild, endBuild } from '../../src/desk/unfinished.ts';

const cache = mkdtempSync(path.join(tmpdir(), 'cache-'));
afterAll(() => {
  rmSync(cache, { recursive: true });
});

test('what a build has listed is used by the next one, but not when it broke off', () => {
  const lists = ['incremental-build.json', path.join('search', 'indexed.json')];
  const begin = (): boolean[] => {
    beginBuild(cache);
    return lists.map((list) => existsSync(path.join(cache, list)));
  };
  mkdirSync(path.join(cache, 'search'));
  for (const list of lists) writeFileSync(path.join(cache, list), '{}');
  expect(begin()).toEqual([true, true]);
  endBuild(cache);
  expect(begin()).toEqual([true, true]);
  expect(begin()).toEqual([false, false]);
});
