import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeAstroRoot, workFolder } from '../../src/astro/root.ts';

const engine = path.resolve('/home/press/engine');

test('a paper whose cache is in the engine is built there', () => {
  for (const cache of ['.cache', '.cache/one', '..cache']) {
    expect(workFolder(path.join(engine, cache), engine)).toBe(path.join(engine, cache));
  }
});

test('a paper elsewhere is built in the engine, each in a folder of its own', () => {
  // The name of the last begins as the engine's does, which Astro would take for a folder in it.
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

test('Astro’s root is made there', () => {
  const root = makeAstroRoot(work);
  expect(root).toBe(path.join(work, 'astro'));
  expect(readdirSync(root)).toEqual([]);
  expect(makeAstroRoot(work)).toBe(root);
});
