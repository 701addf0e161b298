import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A printed file: its size in bytes, and the SHA-256 digest of its content. */
export type Written = readonly [bytes: number, digest: string];

/** The files of a printed edition, by their paths from its folder, with `/` on every system. */
export type PrintedFiles = ReadonlyMap<string, Written>;

const writtenAs = (content: Uint8Array): Written => [
  content.length,
  hash('sha256', content, 'base64url'),
];

/** The files in the folder of a printed edition, or of a part of one. */
export const filesIn = (folder: string): PrintedFiles =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).replaceAll('\\', '/'), writtenAs(readFileSync(file))]),
  );

/**
 * Which files are still as they were printed. Neither their size nor their time would tell: a disk that fails, a copy
 * that breaks off or somebody with an editor may leave both as they were.
 * @param dir the folder of the edition
 */
export const wholeFiles = (dir: string, files: PrintedFiles): Set<string> => {
  const isWhole = ([file, [bytes, digest]]: [string, Written]): boolean => {
    try {
      const [bytesNow, digestNow] = writtenAs(readFileSync(join(dir, file)));
      return bytesNow === bytes && digestNow === digest;
    } catch {
      return false;
    }
  };
  return new Set([...files].filter(isWhole).map(([file]) => file));
};
