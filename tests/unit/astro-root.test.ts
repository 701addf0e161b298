import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeAstroRoot } from '../../src/astro/root.ts';

const home = mkdtempSync(path.join(realpathSync(tmpdir()), 'work-'));
const engine = path.join(home, 'engine');
mkdirSync(path.join(engine, 'node_modules/a-package'), { recursive: true });
afterAll(() => {
  rmSync(home, { recursive: true });
});

test('a paper whose cache is in the engine finds the engine’s packages without help', () => {
  const work = path.join(engine, '.cache/work');
  const root = makeAstroRoot(work, engine);
  expect(root).toBe(path.join(work, 'astro'));
  expect(readdirSync(work)).toEqual(['astro']);
  expect(readdirSync(root)).toEqual([]);
});

test('a paper elsewhere is built in its own cache, from where a link leads to the engine’s packages', () => {
  // The last path starts with the engine's, so it could be taken for a folder in the engine.
  for (const paper of ['paper', 'engine-paper']) {
    const work = path.join(home, paper, '.cache/work');
    expect(makeAstroRoot(work, engine)).toBe(path.join(work, 'astro'));
    expect(readdirSync(path.join(work, 'node_modules'))).toEqual(['a-package']);
    // A development server starts again and again.
    expect(makeAstroRoot(work, engine)).toBe(path.join(work, 'astro'));
  }
});

test('a link that leads to an engine that has moved is put right', () => {
  const work = path.join(home, 'moved/.cache/work');
  const before = path.join(home, 'before');
  mkdirSync(path.join(before, 'node_modules'), { recursive: true });
  makeAstroRoot(work, before);
  rmSync(before, { recursive: true });
  makeAstroRoot(work, engine);
  expect(readdirSync(path.join(work, 'node_modules'))).toEqual(['a-package']);
});
