import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isOfSystem } from '../copy/leftovers.ts';

export { isInside } from '../copy/inside.ts';

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** The folder of new files in an edition that is being put on air: a build may be stopped in the middle of it. */
export const arrivals = '.next-edition';

const printedInto = (cacheDir: string): string | undefined => {
  try {
    const text = readFileSync(join(cacheDir, 'edition.json'), 'utf8');
    return (JSON.parse(text) as { dir?: string }).dir;
  } catch {
    return undefined;
  }
};

/**
 * Whether a build may print into a folder, which it clears of everything that does not belong to the edition: one that is
 * empty or not there, that the last build printed into, or that holds a printed paper.
 * @param cacheDir where the last build says what it printed
 */
export const mayBePrintedInto = (folder: string, cacheDir: string): boolean => {
  const names = namesIn(folder).filter((name) => !isOfSystem(name));
  return (
    names.length === 0 ||
    printedInto(cacheDir) === folder ||
    names.includes(arrivals) ||
    ['404.html', 'sitemap.xml', 'index.html'].every((name) => names.includes(name))
  );
};

/** Marks a folder as a cache (bford.info/cachedir), for backups, and for the next build. */
export const cacheTag = 'CACHEDIR.TAG';

/** What the tag must say. */
export const cacheTagText =
  'Signature: 8a477f597d28d172789f06886806bc55\n# This folder can be deleted: the next build makes it again.\n';

/** The folders of a cache that a build clears. */
const cleared = ['next', 'search', 'cards', 'bodies'];

/** What tells a cache, also one that an older version made. */
const signsOfCache = [cacheTag, 'edition.json', 'data-store.json', 'astro', 'types'];

/** Whether a folder may serve as the cache: nothing in it that a build clears belongs to anybody else. */
export const mayBeCache = (folder: string): boolean => {
  const names = namesIn(folder);
  return (
    !cleared.some((name) => names.includes(name)) ||
    signsOfCache.some((name) => names.includes(name))
  );
};
