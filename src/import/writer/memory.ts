import { createHash, randomUUID } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isInside } from '../../config/folders.ts';
import { neededByEdits } from './needed-by-edits.ts';

/** What became of a file that was to be written. */
export type Written =
  /** It was not there. */
  | 'new'
  /** An earlier run wrote it, and nobody has edited it since. */
  | 'replaced'
  | 'unchanged'
  /** Somebody has edited or deleted it since an earlier run wrote it, or it is not from an import at all. */
  | 'kept';

/** Writes files into a folder so that no edit is ever lost. */
export interface Writer {
  /**
   * Writes a file, unless somebody else has changed it. It gets its name only when it is whole.
   * @param path from the folder, with `/`
   */
  write: (path: string, content: string | Uint8Array) => Written;
  /** Whether an earlier run wrote this file and somebody has deleted it since. */
  isRemoved: (path: string) => boolean;
  /** Remembers the folder of an entry, so that it is the same in every run. */
  remember: (entry: string, id: string) => void;
  /** Folders of entries in earlier runs. */
  remembered: ReadonlyMap<string, string>;
  /**
   * Deletes what earlier runs wrote and this one did not, unless somebody has edited it, or an edited file needs it.
   * @param spared paths that are never deleted
   * @returns the paths of deleted files, and of those that were edited
   */
  sweep: (spared: readonly string[]) => { deleted: string[]; edited: string[] };
}

const partEnding = '.part';

const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** One line of the memory: a file and the digest of what was written, or an entry and its folder. */
type Line = { file: string; digest: string | null } | { entry: string; id: string };

const readLines = (file: string): Line[] => {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as Line];
      } catch {
        return [];
      }
    });
};

/** A run that was stopped may have left half a line: the next one would be lost behind it. */
const dropHalfLine = (file: string): void => {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf('\n') + 1;
  if (end < bytes.length) truncateSync(file, end);
};

/**
 * Opens a folder for writing. What was written is remembered in a file in it, line by line, so that a run that is stopped
 * can go on.
 * @param folder absolute path
 * @param memory path of the file that remembers, from the folder
 * @param isDry true if nothing may be written
 */
export const openWriter = (folder: string, memory: string, isDry: boolean): Writer => {
  const memoryFile = join(folder, memory);
  const digests = new Map<string, string | null>();
  const remembered = new Map<string, string>();
  for (const line of readLines(memoryFile)) {
    if ('file' in line) digests.set(line.file, line.digest);
    else remembered.set(line.entry, line.id);
  }
  const touched = new Set<string>();
  const kept = new Set<string>();
  if (!isDry) dropHalfLine(memoryFile);
  if (!isDry && existsSync(dirname(memoryFile))) {
    for (const name of readdirSync(dirname(memoryFile))) {
      if (name.endsWith(partEnding)) rmSync(join(dirname(memoryFile), name));
    }
  }
  const note = (line: Line): void => {
    if (isDry) return;
    mkdirSync(dirname(memoryFile), { recursive: true });
    appendFileSync(memoryFile, `${JSON.stringify(line)}\n`);
  };
  const placeOf = (path: string): string => {
    const place = join(folder, ...path.split('/'));
    if (!place.startsWith(folder + sep) || !isInside(dirname(place), folder)) {
      throw new Error(`${path} is outside the folder of the import.`);
    }
    return place;
  };
  const isWritten = (path: string): boolean => {
    const digest = digests.get(path);
    return digest !== undefined && digest !== null;
  };
  return {
    remembered,
    isRemoved: (path) => isWritten(path) && !existsSync(placeOf(path)),
    remember: (entry, id) => {
      if (remembered.get(entry) === id) return;
      remembered.set(entry, id);
      note({ entry, id });
    },
    write: (path, content) => {
      const place = placeOf(path);
      touched.add(path);
      const wanted = digestOf(content);
      const known = digests.get(path);
      const there = existsSync(place) ? digestOf(readFileSync(place)) : undefined;
      const record = (): void => {
        if (known !== wanted) note({ file: path, digest: wanted });
        digests.set(path, wanted);
      };
      if (there === wanted) {
        record();
        return 'unchanged';
      }
      if (there === undefined ? isWritten(path) : there !== known) {
        if (there !== undefined) kept.add(path);
        return 'kept';
      }
      if (!isDry) {
        mkdirSync(dirname(place), { recursive: true });
        mkdirSync(dirname(memoryFile), { recursive: true });
        // Not beside the file: a run that is stopped would leave it among the copy.
        const part = join(dirname(memoryFile), `${randomUUID()}${partEnding}`);
        writeFileSync(part, content);
        renameSync(part, place);
        record();
      }
      return there === undefined ? 'new' : 'replaced';
    },
    sweep: (spared) => {
      const gone = [...digests].flatMap(([path, digest]) =>
        digest === null || touched.has(path) || spared.includes(path) ? [] : [{ path, digest }],
      );
      const there = gone.filter(({ path }) => existsSync(placeOf(path)));
      const isEdited = ({ path, digest }: (typeof gone)[number]): boolean =>
        digestOf(readFileSync(placeOf(path))) !== digest;
      const edited = new Set(there.filter(isEdited).map(({ path }) => path));
      const unused = there.map(({ path }) => path).filter((path) => !edited.has(path));
      const needed = neededByEdits(folder, [...kept, ...edited], unused);
      const deleted = unused.filter((path) => !needed.has(path));
      for (const path of isDry ? [] : deleted) {
        rmSync(placeOf(path));
        note({ file: path, digest: null });
      }
      return { deleted, edited: [...edited] };
    },
  };
};
