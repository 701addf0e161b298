import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { indexedFile } from './print-search.ts';

/** Astro's list of the printed pages that may be used again, and what is known of the indexed ones. */
const lists = ['incremental-build.json', join('search', indexedFile)];

const markIn = (cacheDir: string): string => join(cacheDir, 'unfinished');

/**
 * Marks a build as begun. After one that broke off no printed page is used again: Astro keeps each page as soon as it is
 * printed, but lists them at the end, so that a page may be newer than its list says.
 */
export const beginBuild = (cacheDir: string): void => {
  const mark = markIn(cacheDir);
  if (existsSync(mark)) for (const list of lists) rmSync(join(cacheDir, list), { force: true });
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, '');
};

/** Marks a build as ended. */
export const endBuild = (cacheDir: string): void => {
  rmSync(markIn(cacheDir), { force: true });
};
