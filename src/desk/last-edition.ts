import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** A printed file: its bytes, and when it was written, in milliseconds since 1970. */
type Written = [bytes: number, moment: number];

/** The files of a printed edition, by their paths from its folder, with `/` on every system. */
export type PrintedFiles = ReadonlyMap<string, Written>;

/** The edition that is on air, for the one that is printed beside it. */
export interface LastEdition {
  /**
   * Takes a file over into the new edition as a second name of the same file, which copies nothing. Whoever would write
   * to such a file must drop it first, or the edition on air changes with it.
   * @param file its path from the edition's folder
   * @returns false where it is not there as it was printed, or the file system cannot
   */
  takeOver: (file: string) => boolean;
  /** Whether a file of the new edition was taken over. */
  isTakenOver: (file: string) => boolean;
  /** Takes a file out of the new edition again, because it is printed anew. */
  drop: (file: string) => void;
  /** The key by which a page or feed may be used again. */
  keyOf: (file: string) => string | undefined;
}

/** Where there is no edition yet. */
export const noEdition: LastEdition = {
  takeOver: () => false,
  isTakenOver: () => false,
  drop: () => undefined,
  keyOf: () => undefined,
};

/** Where the printed files are listed between builds, in the cache. */
const listIn = (cacheDir: string): string => join(cacheDir, 'edition.json');

interface List {
  dir: string;
  code: string;
  files: [file: string, ...Written][];
  keys: Record<string, string>;
}

const readList = (cacheDir: string): List | undefined => {
  try {
    return JSON.parse(readFileSync(listIn(cacheDir), 'utf8')) as List;
  } catch {
    return undefined;
  }
};

/** Lists the files of a printed edition. */
export const filesOf = (folder: string): PrintedFiles =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        const { size, mtimeMs } = statSync(file);
        return [relative(folder, file).replaceAll('\\', '/'), [size, mtimeMs]];
      }),
  );

/**
 * Keeps the list of an edition that is on air, for the next one.
 * @param dir its folder
 * @param code changes with all that makes an edition of copy: code and settings
 * @param keys those of pages and feeds, by their files
 */
export const listEdition = (
  cacheDir: string,
  {
    dir,
    code,
    files,
    keys,
  }: { dir: string; code: string; files: PrintedFiles; keys: Record<string, string> },
): void => {
  const list: List = {
    dir,
    code,
    files: [...files].map(([file, written]) => [file, ...written]),
    keys,
  };
  writeFileSync(listIn(cacheDir), JSON.stringify(list));
};

/**
 * The edition that is on air, as the last build has listed it. Nothing of it can be taken over where the code is another,
 * or the last build printed into another folder.
 * @param next the folder of the edition that is being printed
 */
export const lastEdition = (
  cacheDir: string,
  { dir, next, code }: { dir: string; next: string; code: string },
): LastEdition => {
  const list = readList(cacheDir);
  if (list?.dir !== dir || list.code !== code) return noEdition;
  const files = new Map(list.files.map(([file, ...written]) => [file, written]));
  const folders = new Set<string>();
  const taken = new Set<string>();

  const isAsPrinted = (file: string): boolean => {
    const written = files.get(file);
    const now = written && statSync(join(dir, file), { throwIfNoEntry: false });
    return now !== undefined && now.size === written?.[0] && now.mtimeMs === written[1];
  };

  return {
    takeOver: (file) => {
      if (!isAsPrinted(file)) return false;
      const target = join(next, file);
      const folder = dirname(target);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      try {
        linkSync(join(dir, file), target);
      } catch {
        return false;
      }
      taken.add(file);
      return true;
    },
    isTakenOver: (file) => taken.has(file),
    drop: (file) => {
      if (taken.delete(file)) rmSync(join(next, file));
    },
    keyOf: (file) => list.keys[file],
  };
};
