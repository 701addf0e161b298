import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stampOf } from '../file-stamp.ts';
import { readerInTurn } from '../read-in-turn.ts';

/** A printed file: its size in bytes, the SHA-256 digest of its content, and its stamp, if it has one: see {@link stampOf}. */
export type Written = readonly [bytes: number, digest: string, stamp?: string | undefined];

/** The files of a printed edition, by their paths from its folder, with `/` on every system. */
export type PrintedFiles = ReadonlyMap<string, Written>;

const writtenAs = (content: Uint8Array): Written => [
  content.length,
  hash('sha256', content, 'base64url'),
];

/** The files in the folder of a printed edition, or of a part of one. */
export const filesIn = (folder: string): PrintedFiles => {
  const read = readerInTurn();
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).replaceAll('\\', '/'), writtenAs(read(file))]),
  );
};

/** The files that only the first of two editions has. */
export const goneFrom = (before: PrintedFiles, now: PrintedFiles): string[] => {
  const gone: string[] = [];
  for (const file of before.keys()) if (!now.has(file)) gone.push(file);
  return gone;
};

/** Those of some files that an earlier edition does not have, or not like this. */
export const newIn = (files: PrintedFiles, before: PrintedFiles): string[] =>
  [...files].filter(([file, [, digest]]) => before.get(file)?.[1] !== digest).map(([file]) => file);

/** The same files with the stamps that they have now. Those that have none will be read. */
export const stamped = (dir: string, files: PrintedFiles): PrintedFiles =>
  new Map(
    Array.from(files, ([file, [bytes, digest]]): [string, Written] => [
      file,
      [bytes, digest, stampOf(join(dir, file))],
    ]),
  );

/** What has become of the files of an edition since they were printed. */
export interface Aftermath {
  /** Those that are missing or have changed. */
  spoilt: ReadonlySet<string>;
  /** Those that have not, but are known by another stamp now, or by none. */
  restamped: PrintedFiles;
}

/**
 * Finds out which files are no longer as they were printed. Those whose stamps are still the same are; the others are read.
 * Size and the time of the last change would not tell: a copy that breaks off or somebody with an editor may leave both as
 * they were.
 * @param dir the folder of the edition
 */
export const aftermathOf = (dir: string, files: PrintedFiles): Aftermath => {
  const read = readerInTurn();
  const holds = (file: string, [bytes, digest]: Written): boolean => {
    try {
      const [bytesNow, digestNow] = writtenAs(read(join(dir, file)));
      return bytesNow === bytes && digestNow === digest;
    } catch {
      return false;
    }
  };
  const spoilt = new Set<string>();
  const restamped = new Map<string, Written>();
  for (const [file, written] of files) {
    const [bytes, digest, stamp] = written;
    // Before it is read, so that a file that changes in between is read again next time.
    const now = stampOf(join(dir, file));
    if (now !== undefined && now === stamp) continue;
    if (holds(file, written)) restamped.set(file, [bytes, digest, now]);
    else spoilt.add(file);
  }
  return { spoilt, restamped };
};
