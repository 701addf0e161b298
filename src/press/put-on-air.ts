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

/** The folders of what pages show, which must be there before the pages: pictures and scripts, cards, indexes. */
const shown = [assetsFolder, 'cards', 'search'];

/** The names in a folder in the order in which they are moved: first what pages show. */
export const inTurn = (names: readonly string[]): string[] => [
  ...shown.filter((name) => names.includes(name)),
  ...names.filter((name) => !shown.includes(name)).sort(),
];

/** Moves all that is in a folder into another one. */
const moveInto = (from: string, to: string): void => {
  const names = new Set(readdirSync(to));
  const entries = new Map(
    readdirSync(from, { withFileTypes: true }).map((entry) => [entry.name, entry.isDirectory()]),
  );
  for (const name of inTurn([...entries.keys()])) {
    const isFolder = entries.get(name) ?? false;
    const target = join(to, name);
    const there = lstatSync(target, { throwIfNoEntry: false });
    // Disks that do not tell `News` from `news` would keep the spelling of what is there.
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
 * Takes all files out of a folder that do not belong there, and the folders that are empty then.
 * @param belongs is asked for each file, by its path from the folder, with `/` on every system
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
 * Puts a printed edition in the place of the last one, once all of it is on the disk of the paper's folder: first what is
 * new takes the place of what it replaces, then what is of no edition any more goes. What did not change is not touched,
 * nor is the folder itself, as a server may hold it open or a container may have it mounted.
 * @param next the folder of all that is new; it is gone afterwards
 * @param dir the paper's folder, or a link to it; it need not be there yet
 * @param belongs says of a file whether it is one of this edition's, by its path from the folder
 */
export const putOnAir = (next: string, dir: string, belongs: (file: string) => boolean): void => {
  mkdirSync(dir, { recursive: true });
  const place = realpathSync(dir);
  const arriving = join(place, arrivals);
  rmSync(arriving, { recursive: true, force: true });
  try {
    renameSync(next, arriving);
  } catch {
    // On another disk, say.
    cpSync(next, arriving, { recursive: true, preserveTimestamps: true });
    rmSync(next, { recursive: true });
  }
  moveInto(arriving, place);
  tidy(place, belongs);
};
