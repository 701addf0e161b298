import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stampOf } from '../file-stamp.ts';
import { readerInTurn } from '../read-in-turn.ts';

/** A printed file: its size in bytes, and the SHA-256 digest of its content. */
export type Written = readonly [bytes: number, digest: string];

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

/** The stamps of printed files, by their paths: see {@link stampOf}. */
export type Stamps = ReadonlyMap<string, string>;

/** The stamps that the files of an edition have now. Those that have none will be read. */
export const stampsOf = (dir: string, files: Iterable<string>): Stamps =>
  new Map(
    [...files].flatMap((file) => {
      const stamp = stampOf(join(dir, file));
      return stamp === undefined ? [] : [[file, stamp] as const];
    }),
  );

/**
 * Which files are still as they were printed: those whose stamps are still the same, and of the others those that still
 * have their content. Size and the time of the last change would not tell: a copy that breaks off or somebody with an
 * editor may leave both as they were.
 * @param dir the folder of the edition
 * @param stamps those that they had when their content was last known
 * @returns with the stamps that they have now
 */
export const wholeFiles = (
  dir: string,
  files: PrintedFiles,
  stamps: Stamps,
): { whole: Set<string>; stamps: Stamps } => {
  const read = readerInTurn();
  const isRead = ([file, [bytes, digest]]: [string, Written]): boolean => {
    try {
      const [bytesNow, digestNow] = writtenAs(read(join(dir, file)));
      return bytesNow === bytes && digestNow === digest;
    } catch {
      return false;
    }
  };
  // Before anything is read, so that a file that changes in between is read again next time.
  const now = stampsOf(dir, files.keys());
  const isStamped = (file: string): boolean => {
    const stamp = now.get(file);
    return stamp !== undefined && stamp === stamps.get(file);
  };
  const whole = new Set(
    [...files].filter((each) => isStamped(each[0]) || isRead(each)).map(([file]) => file),
  );
  return { whole, stamps: new Map([...now].filter(([file]) => whole.has(file))) };
};
