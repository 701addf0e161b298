import { mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cacheFolders } from '../config/folders.ts';
import { apart } from '../hosts/host-files.ts';
import type { Files } from '../hosts/served.ts';
import { writeWhole } from '../write-whole.ts';
import { entryAt } from './moves.ts';
import { mayWrite } from './writable.ts';

/** Where the files of hosts go that are not in the paper's folder. */
export interface HostPlaces {
  /** The root of the site, if the paper's folder is not it. */
  root: string | undefined;
  /** The folder of files that must not be served. */
  outside: string;
  /** What to tell whoever builds, because files are not where they would be expected. */
  notes: string[];
}

/** The files that go there. */
export interface FilesBeside {
  root: Files;
  outside: Files;
}

/**
 * The root of the site that a paper is part of. If the path of the paper's folder ends in the base path, it is the
 * folder above (for `site/paper` and `/paper/`, that is `site`), unless files there would land in a guarded folder.
 * Otherwise it is the paper's own folder.
 * @param guarded folders that belong to somebody else: the project, its cache, a paper; absolute
 */
export const siteRoot = (dir: string, base: string, guarded: readonly string[]): string => {
  if (base === '/' || !`${dir}/`.endsWith(base)) return dir;
  const above = dir.slice(0, -base.length + 1);
  return guarded.some((folder) => resolve(folder) === above) ? dir : above;
};

/**
 * Chooses the places before anything is printed. Files that must not be served go beside the site, into a folder whose
 * name adds `-hosting` to the site's. Where a build may write only into the paper's folder and its cache, as in a
 * container, they go into the cache.
 * @param dir the paper's folder, absolute
 * @param guarded see `siteRoot`
 */
export const hostPlaces = (
  { dir, cacheDir }: { dir: string; cacheDir: string },
  base: string,
  guarded: readonly string[],
): HostPlaces => {
  const notes: string[] = [];
  const wanted = siteRoot(dir, base, guarded);
  const root = mayWrite(wanted) ? wanted : dir;
  if (root !== wanted) {
    notes.push(
      `${wanted} may not be written, so the files that hosts read at the root of the site go into ${dir}. Move them there.`,
    );
  }
  const beside = `${root}-hosting`;
  const outside = mayWrite(beside) ? beside : join(cacheDir, cacheFolders.hosting);
  if (outside !== beside) {
    notes.push(
      `${beside} may not be written, so the files for your own server go into ${outside}.`,
    );
  }
  return { root: root === dir ? undefined : root, outside, notes };
};

const writeAll = (folder: string, files: Files): void => {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, text);
  }
};

/** Writes the files of hosts that are not in the paper's folder, and deletes those of hosts no longer chosen. */
export const putBeside = (
  { root, outside }: Pick<HostPlaces, 'root' | 'outside'>,
  files: FilesBeside,
): void => {
  if (root !== undefined) writeAll(root, files.root);
  writeAll(outside, files.outside);
  for (const host of apart) {
    const folder = join(outside, host);
    if (!entryAt(folder)?.isDirectory()) continue;
    for (const name of readdirSync(folder, { recursive: true }).map(String)) {
      const isOurs = Object.keys(files.outside).some(
        (file) => resolve(outside, file) === join(folder, name),
      );
      const place = join(folder, name);
      if (!isOurs && !entryAt(place)?.isDirectory()) rmSync(place, { force: true });
    }
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  }
  if (entryAt(outside) && readdirSync(outside).length === 0) rmdirSync(outside);
};
