import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { writeWhole } from './write-whole.ts';

/*
 * Whatever one build keeps for the next is in files like these: a digest, a line break, then the content. What does not
 * fit its digest is made again. Without a secret, this finds damage: a file that was cut, emptied, changed or renamed.
 * With one (`CACHE_SECRET`), it also finds what somebody else wrote who can write to the cache but not to the build.
 */

/** What is added to the name of a kept file, because its content begins with a digest. */
export const keptSuffix = '.kept';

const line = '\n'.charCodeAt(0);

/** In bytes: SHA-256 in hexadecimal digits. */
const sealLength = 64;

/** The secret is read here, and nowhere passed on, so that it gets into nothing that a build writes. */
const sealOf = (file: string, content: string | Uint8Array): Buffer =>
  Buffer.from(
    createHmac('sha256', process.env['CACHE_SECRET'] ?? '')
      // Whole files that were exchanged for each other do not fit either.
      .update(`${basename(file)}\n`)
      .update(content)
      .digest('hex'),
  );

/**
 * Keeps something for later builds, whole or not at all.
 * @param file its absolute path; `keptSuffix` is added to it
 * @returns its digest: see {@link sealIn}
 * @throws what the file system reports: a full disk, a folder that may not be written
 */
export const writeKept = (file: string, content: string | Uint8Array): string => {
  const place = file + keptSuffix;
  mkdirSync(dirname(place), { recursive: true });
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory()) rmSync(place, { recursive: true });
  const seal = sealOf(file, content);
  writeWhole(place, Buffer.concat([seal, Buffer.from([line]), Buffer.from(content)]));
  return seal.toString();
};

/**
 * The digest at the beginning of a kept file, which tells a process that wrote it whether it is still that one. Whether the
 * content fits is not looked at.
 * @returns undefined if it cannot be read
 */
export const sealIn = (file: string): string | undefined => {
  let opened: number | undefined;
  try {
    opened = openSync(file + keptSuffix, 'r');
    const seal = Buffer.alloc(sealLength);
    readSync(opened, seal);
    return seal.toString();
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
};

/**
 * Reads what an earlier build kept.
 * @param file the path that it was kept under
 * @param read reads a file: see `readerInTurn` for many
 * @returns undefined if it is missing, cannot be read, or is not as it was written
 */
export const readKept = (
  file: string,
  read: (file: string) => Buffer = readFileSync,
): Buffer | undefined => {
  let bytes: Buffer;
  try {
    bytes = read(file + keptSuffix);
  } catch {
    return undefined;
  }
  const end = bytes.indexOf(line);
  const [seal, content] = [bytes.subarray(0, end), bytes.subarray(end + 1)];
  const right = sealOf(file, content);
  return seal.length === right.length && timingSafeEqual(seal, right) ? content : undefined;
};

/**
 * Keeps a value, as {@link writeKept} does, with a digest of what decides it.
 * @param code without line breaks
 * @param value anything that can be cloned
 * @returns as {@link writeKept}
 */
export const writeCoded = (file: string, code: string, value: unknown): string =>
  writeKept(file, Buffer.concat([Buffer.from(`${code}\n`), serialize(value)]));

/**
 * Reads a value that was kept with {@link writeCoded}.
 * @returns undefined if it is missing, was made with other code, or cannot be read
 */
export const readCoded = (file: string, code: string): unknown => {
  const kept = readKept(file);
  const end = kept?.indexOf(line) ?? -1;
  if (kept?.toString('utf8', 0, end) !== code) return undefined;
  try {
    return deserialize(kept.subarray(end + 1));
  } catch {
    // Another version of Node may write values in another way.
    return undefined;
  }
};
