import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeAstroRoot } from '../../src/astro/root.ts';

const work = mkdtempSync(path.join(realpathSync(tmpdir()), 'astro-root-'));
afterAll(() => {
  rmSync(work, { recursive: true });
});

const engine = path.join(work, 'engine');

test('is in the cache of its paper, so that two papers can be built at once', () => {
  const [one, other] = ['one', 'other'].map((name) =>
    makeAstroRoot(path.join(engine, '.cache', name), engine),
  );
  expect(one).toBe(path.join(engine, '.cache/one/astro'));
  expect(other).toBe(path.join(engine, '.cache/other/astro'));
  expect(readdirSync(one ?? '')).toEqual([]);
});

test('finds the packages of the engine from a cache elsewhere, again and again', () => {
  const cache = path.join(work, 'paper/.cache');
  const packages = path.join(engine, 'node_modules');
  mkdirSync(packages, { recursive: true });
  makeAstroRoot(cache, engine);
  const root = makeAstroRoot(cache, engine);
  expect(path.dirname(root)).toBe(cache);
  expect(realpathSync(path.join(root, 'node_modules'))).toBe(packages);
});

test('is in the engine for a cache that shares no folder with it', () => {
  const [one, other] = ['/paper/.cache', '/another/.cache'].map((cache) =>
    makeAstroRoot(path.resolve(cache), engine),
  );
  expect(path.dirname(one ?? '')).toBe(path.join(engine, '.cache/astro'));
  expect(path.dirname(other ?? '')).toBe(path.join(engine, '.cache/astro'));
  expect(one).not.toBe(other);
  expect(makeAstroRoot(path.resolve('/paper/.cache'), engine)).toBe(one);
});
