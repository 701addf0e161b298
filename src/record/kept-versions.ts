import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keptSuffix, readKept, writeKept } from '../kept.ts';
import type { Block } from './body-blocks.ts';

/**
 * The file of a story's versions.
 * @param key everything that decides what is in it
 */
export const versionsFile = (folder: string, key: readonly string[]): string =>
  join(folder, createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32));

/** The versions that are kept, by their files. */
export const keptVersions = (folder: string): Set<string> => {
  try {
    return new Set(
      readdirSync(folder).flatMap((name) =>
        /^[\da-f]{32}\.kept$/.test(name) ? [join(folder, name.slice(0, -keptSuffix.length))] : [],
      ),
    );
  } catch {
    return new Set();
  }
};

/** Keeps the words of a story's versions, the oldest first, for its page. */
export const keepVersions = (file: string, versions: Block[][]): void => {
  try {
    writeKept(file, JSON.stringify(versions));
  } catch {
    // A check need not be able to write; a build has made sure that it can.
  }
};

/** Reads them again. */
export const readVersions = (file: string): Block[][] => {
  const text = readKept(file)?.toString('utf8');
  if (text === undefined) throw new Error(`The versions of a story are gone from ${file}.`);
  return JSON.parse(text) as Block[][];
};

/** Deletes those that no story has any more. */
export const dropVersions = (files: Iterable<string>): void => {
  for (const file of files) rmSync(file + keptSuffix, { force: true });
};
