import { deserialize, serialize } from 'node:v8';
import { digestOfCode } from '../code-digest.ts';
import type { RelatedLists } from '../edition/ranking.ts';
import { readKept, writeKept } from '../kept.ts';

/** What older code listed is not believed. */
const code = (): string => digestOfCode(['src/edition/*.ts', 'src/press/*related.ts'], []);

/** Keeps the lists of related stories until a development server starts again. */
export const keepRelated = (file: string, lists: RelatedLists): void => {
  writeKept(file, serialize({ code: code(), lists }));
};

/** What the last server kept; undefined if that is of no use. */
export const readRelated = (file: string): RelatedLists | undefined => {
  const content = readKept(file);
  if (!content) return undefined;
  const kept = deserialize(content) as { code: string; lists: RelatedLists };
  return kept.code === code() ? kept.lists : undefined;
};
