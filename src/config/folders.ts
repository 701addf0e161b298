import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readKept, writeKept } from '../kept.ts';

import { isOfSystem } from '../copy/leftovers.ts';

export { isInside } from '../copy/inside.ts';

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** Whether there is something at a path that is not a folder. */
const isNoFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;

/**
 * The folder of new files in an edition that is being put on air, if they were printed on another disk. A build may be
 * stopped in the middle of it.
 */
export const arrivals = '.next-edition';

/** The file in a cache that names the folder its builds print into. */
const placeIn = (cacheDir: string): string => join(cacheDir, 'printed-into');

/** Notes that a folder is about to be printed into: the next build may clear it, even if this one is stopped. */
export const notePlace = (folder: string, cacheDir: string): void => {
  writeKept(placeIn(cacheDir), folder);
};

/** Whether a folder holds a printed paper. */
export const holdsPaper = (folder: string): boolean => {
  const names = namesIn(folder);
  return ['404.html', 'sitemap.xml', 'index.html'].every((name) => names.includes(name));
};

/** Whether there is nothing in a folder, or no folder. */
export const isEmptyFolder = (folder: string): boolean =>
  !isNoFolder(folder) && namesIn(folder).every(isOfSystem);

/**
 * Whether a build may print into a folder, which it clears of everything that does not belong to the edition: one that is
 * empty or not there, that the last build printed into, whole or not, or that holds a printed paper.
 * @param cacheDir where the last build noted what it printed into
 */
export const mayBePrintedInto = (folder: string, cacheDir: string): boolean => {
  if (isNoFolder(folder)) return false;
  const names = namesIn(folder);
  return (
    isEmptyFolder(folder) ||
    readKept(placeIn(cacheDir))?.toString('utf8') === folder ||
    names.includes(arrivals) ||
    holdsPaper(folder)
  );
};

/** Marks a folder as a cache (bford.info/cachedir), for backups, and for the next build. */
export const cacheTag = 'CACHEDIR.TAG';

/** What the tag must say. */
export const cacheTagText =
  'Signature: 8a477f597d28d172789f06886806bc55\n# This folder can be deleted: the next build makes it again.\n';

/** The folders in a cache. */
export const cacheFolders = {
  /** Work in progress of a build. */
  work: 'work',
  /** The same of a development server, which runs beside builds. */
  writing: 'writing',
  bodies: 'bodies',
  /** What was read of the copy. */
  readings: 'readings',
  /** What was found out about other files of a paper. */
  files: 'files',
  /** The same of files that are printed as they are. */
  public: 'public',
  /** Scripts for readers' browsers. */
  scripts: 'scripts',
  cards: 'cards',
  pictures: 'pictures',
  /** Earlier versions of stories. */
  record: 'record',
  types: 'types',
  vite: 'vite',
  /** Files for the publisher's own server, where they may not be written beside the paper. */
  hosting: 'hosting',
  /** What hubs and search engines were told. */
  announced: 'announced',
  /** Everything that an edition with drafts keeps: none of it is of use to the paper that readers see. */
  drafts: 'drafts',
  /** Where the desk's own development server works. */
  desk: 'desk',
} as const;

/** What older versions kept, which nothing reads any more. */
export const outdated = ['next', 'search', 'assets', 'astro', 'edition.json.kept'];

/** The folders of a cache that a build clears. */
const cleared = ['work', 'cards', 'bodies', ...outdated];

/** What tells a cache, also one that an older version made. */
const signsOfCache = [cacheTag, 'edition.json', 'data-store.json', 'types'];

/** Whether a folder may serve as the cache: nothing in it that a build clears belongs to anybody else. */
export const mayBeCache = (folder: string): boolean => {
  if (isNoFolder(folder)) return false;
  const names = namesIn(folder);
  return (
    !cleared.some((name) => names.includes(name)) ||
    signsOfCache.some((name) => names.includes(name))
  );
};
