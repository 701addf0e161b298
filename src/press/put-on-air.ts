import {
  accessSync,
  constants,
  copyFileSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { arrivals } from '../config/folders.ts';
import {
  type Contents,
  contentsOf,
  filesAmong,
  foldersAround,
  holdsNothing,
  isFolder,
  strangersIn,
} from './contents.ts';
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

/** The same for all spellings of a path that some disk takes for one. */
const anySpelling = (path: string): string => path.normalize('NFC').toLowerCase();

/**
 * Deletes what does not belong in a folder, pages first so that none names a file that is gone; then folders that are empty.
 * @param leaving the files to delete, and folders that may be empty
 * @param arrived what has come into the folder just now
 */
const tidy = (folder: string, leaving: Contents, arrived: Contents): void => {
  const spelt = new Map(filesAmong(arrived).map((file) => [anySpelling(file), file]));
  /** On a disk that ignores case, another spelling may be the same file. */
  const isLeft = (file: string): boolean => {
    const other = spelt.get(anySpelling(file));
    if (other === undefined) return false;
    return entryAt(join(folder, other))?.ino === entryAt(join(folder, file))?.ino;
  };
  const gone = filesAmong(leaving).filter((file) => !isLeft(file));
  for (const file of [...gone.filter(namesOthers), ...gone]) {
    const place = join(folder, file);
    // Where a file was, there may be a folder now, and the other way round.
    if (entryAt(place)?.isDirectory() === false) rmSync(place, { force: true });
  }
  const folders = new Set([...leaving, ...arrived].filter(isFolder));
  for (const path of leaving) for (const around of foldersAround(path)) folders.add(around);
  // Backwards, each folder comes after those in it.
  for (const path of [...folders].sort().reverse()) {
    const place = join(folder, path);
    if (holdsNothing(place)) rmdirSync(place);
  }
};

/** @throws if there is a folder that may not be written */
const requireWritable = (folder: string): void => {
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    // It may be new, also where the last edition had a file.
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
  }
};

/**
 * What a new edition has no use for in the paper's folder: files, and folders that may be empty.
 * @param belongs whether a file belongs to the new edition
 * @param there if it is known what is there: the files of the last edition that are gone from this one, and what belonged to
 *   neither (see `strangersIn`)
 */
export const leavingIn = (
  dir: string,
  belongs: (file: string) => boolean,
  there?: { gone: readonly string[]; strangers: Contents },
): Contents =>
  there
    ? [...there.strangers.filter((path) => !belongs(path)), ...there.gone]
    : strangersIn(dir, belongs);

/**
 * Replaces the last edition with a new one. At every moment, also if the process is killed, each page in the folder is
 * whole, the old one or the new one, and each file that it loads is there: see `turns`. What belongs to no edition any
 * more is deleted at the end. Unchanged files are not touched, nor is the folder itself, because a server may have it
 * open or a container may have it mounted; so it cannot be exchanged for another in one step.
 * @param next the folder of new files; it is removed
 * @param dir the paper's folder, or a link to it; it need not exist yet
 * @param leaving what is to go from the paper's folder: see {@link leavingIn}
 * @throws what the file system reports; if that is a folder that may not be written, before anything has changed
 */
export const putOnAir = (next: string, dir: string, leaving: Contents): void => {
  mkdirSync(dir, { recursive: true });
  const place = realpathSync(dir);
  const arriving = join(place, arrivals);
  rmSync(arriving, { recursive: true, force: true });
  accessSync(place, constants.W_OK);
  const arrived = contentsOf(next);
  const changing = [...filesAmong(leaving), ...filesAmong(arrived)];
  const around = new Set(changing.flatMap((file) => [...foldersAround(file)]));
  for (const folder of around) requireWritable(join(place, folder));
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
  tidy(place, leaving, arrived);
};
