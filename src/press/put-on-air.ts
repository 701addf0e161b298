import {
  accessSync,
  constants,
  copyFileSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { arrivals } from '../config/folders.ts';
import { entryAt, type Move, movesFor, namesOthers, turns } from './moves.ts';

/** Makes a folder, also where the last edition had a file. */
const makeFolder = (folder: string): void => {
  const there = entryAt(folder);
  if (there?.isDirectory()) return;
  makeFolder(dirname(folder));
  if (there) rmSync(folder);
  mkdirSync(folder);
};

/** A move, and where the file or folder is before it. */
type Sourced = Move & { source: string };

/** Moves files and folders into a folder, in their turns. */
const moveInto = (to: string, moves: readonly Sourced[]): void => {
  for (const turn of turns) {
    for (const { path, source, isMisspelt } of moves.filter((move) => move.turn === turn)) {
      const target = join(to, path);
      makeFolder(dirname(target));
      if (isMisspelt || entryAt(target)?.isDirectory()) rmSync(target, { recursive: true });
      // It replaces a file of that name, which readers may be downloading, instead of overwriting it.
      renameSync(source, target);
    }
  }
};

/**
 * Copies files to the disk of another folder, because they can be moved only within a disk. They get no names there that
 * anybody could take for pages, in case the build is stopped.
 */
const bringTo = (folder: string, moves: readonly Sourced[]): Sourced[] => {
  try {
    mkdirSync(folder);
    return moves.map((move, n) => {
      const source = join(folder, String(n));
      copyFileSync(move.source, source);
      return { ...move, source };
    });
  } catch (error) {
    // Half of them would only take up room.
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
};

/** The files and folders in a folder, by their paths from it, with `/` on every system; each folder after its content. */
const contentsOf = (folder: string, path = ''): { path: string; isFolder: boolean }[] =>
  readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const isFolder = entry.isDirectory();
    const place = path === '' ? entry.name : `${path}/${entry.name}`;
    return [...(isFolder ? contentsOf(folder, place) : []), { path: place, isFolder }];
  });

/**
 * Deletes files that do not belong in a folder, pages first so that none names a file that is gone; then folders that
 * are empty.
 */
const tidy = (folder: string, belongs: (file: string) => boolean): void => {
  const contents = contentsOf(folder);
  const gone = contents.filter(({ path, isFolder }) => !isFolder && !belongs(path));
  for (const { path } of gone.filter((file) => namesOthers(file.path))) rmSync(join(folder, path));
  for (const { path } of gone) rmSync(join(folder, path), { force: true });
  const filled = new Set<string>();
  for (const { path, isFolder } of contents) {
    if (isFolder || !belongs(path)) continue;
    for (let around = dirname(path); !filled.has(around); around = dirname(around)) {
      filled.add(around);
      if (around === '.') break;
    }
  }
  for (const { path, isFolder } of contents) {
    const place = join(folder, path);
    if (isFolder && !filled.has(path) && readdirSync(place).length === 0) rmdirSync(place);
  }
};

/**
 * Replaces the last edition with a new one. At every moment, also if the process is killed, each page in the folder is
 * whole, the old one or the new one, and each file that it loads is there: see `turns`. What belongs to no edition any
 * more is deleted at the end. Unchanged files are not touched, nor is the folder itself, because a server may have it
 * open or a container may have it mounted; so it cannot be exchanged for another in one step.
 * @param next the folder of new files; it is removed
 * @param dir the paper's folder, or a link to it; it need not exist yet
 * @param belongs whether a file belongs to this edition, by its path from the folder
 * @throws what the file system reports; if that is a folder that may not be written, before anything has changed
 */
export const putOnAir = (next: string, dir: string, belongs: (file: string) => boolean): void => {
  mkdirSync(dir, { recursive: true });
  const place = realpathSync(dir);
  const arriving = join(place, arrivals);
  rmSync(arriving, { recursive: true, force: true });
  accessSync(place, constants.W_OK);
  for (const { path, isFolder } of contentsOf(place)) {
    if (isFolder) accessSync(join(place, path), constants.W_OK);
  }
  const sourced = (moves: readonly Move[]): Sourced[] =>
    moves.map((move) => ({ ...move, source: join(next, move.path) }));
  try {
    moveInto(place, sourced(movesFor(next, place, true)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    moveInto(place, bringTo(arriving, sourced(movesFor(next, place, false))));
  }
  rmSync(next, { recursive: true, force: true });
  rmSync(arriving, { recursive: true, force: true });
  tidy(place, belongs);
};
