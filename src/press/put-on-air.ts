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
import { type Contents, contentsOf, filesAmong, holdsNothing, isFolder } from './contents.ts';
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
 * Deletes files that do not belong in a folder, pages first so that none names a file that is gone; then folders that
 * are empty.
 * @param contents what was in it, and what has arrived just now
 * @returns what is left
 */
const tidy = (
  folder: string,
  { before, arrived }: { before: Contents; arrived: Contents },
  belongs: (file: string) => boolean,
): Contents => {
  const contents = new Set(before);
  for (const path of arrived) contents.add(path);
  const folders: string[] = [];
  const left: string[] = [];
  const others: string[] = [];
  for (const path of contents) {
    if (isFolder(path)) folders.push(path);
    else if (belongs(path)) left.push(path);
    else others.push(path);
  }
  const spelt = new Map(arrived.map((file) => [anySpelling(file), file]));
  /** On a disk that ignores case, another spelling may be the same file. */
  const isLeft = (file: string): boolean => {
    const other = spelt.get(anySpelling(file));
    if (other === undefined) return false;
    return entryAt(join(folder, other))?.ino === entryAt(join(folder, file))?.ino;
  };
  const gone = others.filter((file) => !isLeft(file));
  for (const file of [...gone.filter(namesOthers), ...gone]) {
    const place = join(folder, file);
    // Where a file was, there may be a folder now, and the other way round.
    if (entryAt(place)?.isDirectory() === false) rmSync(place, { force: true });
  }
  const filled = new Set<string>();
  for (const file of left) {
    for (const around of foldersAround(file)) {
      if (filled.has(around)) break;
      filled.add(around);
    }
  }
  // Backwards, each folder comes after those in it.
  for (const path of folders.sort().reverse()) {
    const place = join(folder, path);
    if (!filled.has(path) && holdsNothing(place)) rmdirSync(place);
  }
  return [...left, ...folders.filter((path) => filled.has(path))];
};

/** The folders that a file is in, the innermost first, each with a slash at its end. */
function* foldersAround(file: string): Generator<string> {
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
    yield file.slice(0, end + 1);
  }
}

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
 * Replaces the last edition with a new one. At every moment, also if the process is killed, each page in the folder is
 * whole, the old one or the new one, and each file that it loads is there: see `turns`. What belongs to no edition any
 * more is deleted at the end. Unchanged files are not touched, nor is the folder itself, because a server may have it
 * open or a container may have it mounted; so it cannot be exchanged for another in one step.
 * @param next the folder of new files; it is removed
 * @param dir the paper's folder, or a link to it; it need not exist yet
 * @param belongs whether a file belongs to this edition, by its path from the folder
 * @param contents what is in the paper's folder, if that is known
 * @returns what is in it then
 * @throws what the file system reports; if that is a folder that may not be written, before anything has changed
 */
export const putOnAir = (
  next: string,
  dir: string,
  belongs: (file: string) => boolean,
  contents?: Contents,
): Contents => {
  mkdirSync(dir, { recursive: true });
  const place = realpathSync(dir);
  const arriving = join(place, arrivals);
  rmSync(arriving, { recursive: true, force: true });
  accessSync(place, constants.W_OK);
  const before = contents ?? contentsOf(place);
  const arrived = contentsOf(next);
  const changing = [...filesAmong(before).filter((file) => !belongs(file)), ...filesAmong(arrived)];
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
  return tidy(place, { before, arrived }, belongs);
};
