import { join } from 'node:path';
import { readKept, writeKept } from '../kept.ts';
import type { KeptLog } from './git-source.ts';
import type { Substance } from './substance.ts';

/** What is known of a text; null if no edition could have been built from it. */
export type TextFacts = {
  /** From when on it could be read, in milliseconds since 1970; left out if never. */
  open?: number | undefined;
  /** From when on it could be read no more; left out if always. */
  close?: number | undefined;
  /** Its `published`, in milliseconds since 1970. */
  published: number;
  /** A digest of its words. */
  key: string;
} | null;

/** What one check keeps of the record for the next, so that only stories whose history changed are read again. */
export interface KeptRecord {
  log?: KeptLog | undefined;
  /** By what finds the texts again. */
  texts: Record<string, TextFacts>;
  /** What is different between a version and the next, by the digests of their words. */
  steps: Record<string, Substance>;
}

const indexIn = (folder: string): string => join(folder, 'record.json');

/** Reads what was kept; nothing, if it is of older code, damaged or not there. */
export const readKeptRecord = (folder: string, code: string): KeptRecord => {
  const text = readKept(indexIn(folder))?.toString('utf8') ?? '';
  if (!text.startsWith(`${code}\n`)) return { texts: {}, steps: {} };
  return JSON.parse(text.slice(code.length + 1)) as KeptRecord;
};

/** Keeps it. A check need not be able to write: without, the next one takes longer. */
export const keepRecord = (folder: string, code: string, record: KeptRecord): void => {
  const text = `${code}\n${JSON.stringify(record)}`;
  try {
    if (readKept(indexIn(folder))?.toString('utf8') !== text) writeKept(indexIn(folder), text);
  } catch {
    // See above.
  }
};
