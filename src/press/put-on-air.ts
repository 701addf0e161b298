import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { assetsFolder } from '../astro/printed-files.ts';
import { arrivals } from '../config/folders.ts';

/** The folders that pages load from, which must be in place before the pages: pictures and scripts, cards, indexes. */
const shown = [assetsFolder, 'cards', 'search'];

/** The names in a folder, in the order in which they are moved: what pages load comes first. */
export const inTurn = (names: readonly string[]): string[] => [
  ...shown.filter((name) => names.includes(name)),
  ...names.filter((name) => !shown.includes(name)).sort(),
];

/** Moves everything in a folder into another one, and removes the first. */
const moveInto = (from: string, to: string): void => {
  const names = new Set(readdirSync(to));
  const entries = new Map(
    readdirSync(from, { withFileTypes: true }).map((entry) => [entry.name, entry.isDirectory()]),
  );
  for (const name of inTurn([...entries.keys()])) {
    const isFolder = entries.get(name) ?? false;
    const target = join(to, name);
    const there = lstatSync(target, { throwIfNoEntry: false });
    // A disk that ignores case would keep the old spelling, such as `News` for `news`.
    const isSpeltSo = names.has(name);
    if (isSpeltSo && isFolder && there?.isDirectory()) {
      moveInto(join(from, name), target);
      continue;
    }
    if (there && (!isSpeltSo || isFolder || there.isDirectory())) {
      rmSync(target, { recursive: true });
    }
    renameSync(join(from, name), target);
  }
  rmdirSync(from);
};

/**
 * Deletes files that do not belong in a folder, and folders that are empty after that.
 * @param belongs called for each file with its path from the folder, with `/` on every system
 * @returns whether anything is left
 */
const tidy = (folder: string, belongs: (file: string) => boolean, path = ''): boolean => {
  let isLeft = false;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (tidy(place, belongs, `${path}${entry.name}/`)) isLeft = true;
      else rmdirSync(place);
    } else if (belongs(path + entry.name)) isLeft = true;
    else rmSync(place);
  }
  return isLeft;
};

/**
 * Replaces the last edition with a new one, once all new files are on the disk of the paper's folder. First, new files
 * replace old ones; then, files that belong to no edition any more are deleted. Unchanged files are not touched, nor is
 * the folder itself, because a server may have it open or a container may have it mounted.
 * @param next the folder of new files; it is removed
 * @param dir the paper's folder, or a link to it; it need not exist yet
 * @param belongs whether a file belongs to this edition, by its path from the folder
 */
export const putOnAir = (next: string, dir: string, belongs: (file: string) => boolean): void => {
  mkdirSync(dir, { recursive: true });
  const place = realpathSync(dir);
  const arriving = join(place, arrivals);
  rmSync(arriving, { recursive: true, force: true });
  try {
    renameSync(next, arriving);
  } catch {
    // It may be on another disk, for example.
    cpSync(next, arriving, { recursive: true, preserveTimestamps: true });
    rmSync(next, { recursive: true });
  }
  moveInto(arriving, place);
  tidy(place, belongs);
};
