import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAstroRoot } from '../astro/root.ts';
import { cacheFolders, cacheTag, cacheTagText, outdated } from '../config/folders.ts';

/**
 * Creates a paper's cache, if there is none.
 * @returns its path, with every link on it followed
 */
export const openCache = (cacheDir: string): string => {
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(join(cacheDir, cacheTag), cacheTagText);
  for (const folder of outdated) rmSync(join(cacheDir, folder), { recursive: true, force: true });
  return realpathSync(cacheDir);
};

/** Where Astro works while a paper is built or written. */
export interface Workplace {
  work: string;
  /** Astro's root. */
  root: string;
  /** Where Astro keeps what it reads again. */
  cacheDir: string;
  viteCache: string;
}

/**
 * The place to work in, in a paper's cache.
 * @param cache the cache, as `openCache` returns it
 */
const workplaceIn = (cache: string, name: string, engine: string): Workplace => {
  const work = join(cache, name);
  const root = makeAstroRoot(work, engine);
  return { work, root, cacheDir: join(work, 'cache'), viteCache: join(root, '.vite') };
};

/** The place of a development server. It is apart from that of builds, so that one can run while somebody writes. */
export const placeForWriting = (cache: string, engine: string): Workplace =>
  workplaceIn(cache, cacheFolders.writing, engine);

/**
 * The place of a build, which is empty: Astro would use what an earlier build left there again, and would not notice if
 * it were damaged.
 */
export const placeForBuild = (cache: string, engine: string): Workplace => {
  rmSync(join(cache, cacheFolders.work), { recursive: true, force: true });
  return workplaceIn(cache, cacheFolders.work, engine);
};
