import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeAstroRoot, workFolder } from '../../src/astro/root.ts';

const engine = path.resolve('/home/press/engine');

test('a paper whose cache is in the engine is built in the engine’s root', () => {
  for (const cache of ['.cache', '.cache/one', '..cache']) {
    expect(workFolder(path.join(engine, cache), engine)).toBe(path.join(engine, cache));
  }
});

test('a paper elsewhere is built in its own folder inside the engine', () => {
  // The last path starts with the engine's, so Astro would take it for a folder inside the engine.
  const papers = ['/home/press/paper', '/srv/paper', '/home/press/engine-paper'];
  const folders = papers.map((paper) => workFolder(path.resolve(paper, '.cache'), engine));
  for (const folder of folders) expect(path.dirname(folder)).toBe(`${engine}/.cache/papers`);
  expect(new Set(folders).size).toBe(papers.length);
  expect(workFolder(path.resolve('/srv/paper/.cache'), engine)).toBe(folders[1]);
});

const work = mkdtempSync(path.join(realpathSync(tmpdir()), 'work-'));
afterAll(() => {
  rmSync(work, { recursive: true });
});

test('Astro’s root is created if needed', () => {
  const root = makeAstroRoot(work);
  expect(root).toBe(path.join(work, 'astro'));
  expect(readdirSync(root)).toEqual([]);
  expect(makeAstroRoot(work)).toBe(root);
});
