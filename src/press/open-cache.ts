import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAstroRoot } from '../astro/root.ts';
import { cacheFolders, cacheTag, cacheTagText, outdated } from '../config/folders.ts';
import { requireWritable } from './writable.ts';

/**
 * Creates a paper's cache, if there is none.
 * @returns its path, with every link on it followed
 * @throws if it may not be written
 */
export const openCache = (cacheDir: string): string => {
  // Node would say of a disk that can only be read that the folder is not there.
  requireWritable(cacheDir);
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
export const placeForBuild = (
  cache: string,
  engine: string,
): Workplace & {
  /** Removes it. If the build fails, that is done when the process ends, because the disk may be full. */
  clear: () => void;
} => {
  const clear = (): void => {
    process.off('exit', clear);
    rmSync(join(cache, cacheFolders.work), { recursive: true, force: true });
  };
  clear();
  // Before the lock is let go, so that it is never another build's place.
  process.prependOnceListener('exit', clear);
  return { ...workplaceIn(cache, cacheFolders.work, engine), clear };
};
