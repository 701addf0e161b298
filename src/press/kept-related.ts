import { digestOfCode } from '../code-digest.ts';
import type { RelatedLists } from '../edition/ranking.ts';
import { readCoded, writeCoded } from '../kept.ts';

/** What older code listed is not believed. */
const code = (): string => digestOfCode(['src/edition/*.ts', 'src/press/*related.ts'], []);

/** Keeps the lists of related stories until a development server starts again. */
export const keepRelated = (file: string, lists: RelatedLists): void => {
  writeCoded(file, code(), lists);
};

/** What the last server kept; undefined if that is of no use. */
export const readRelated = (file: string): RelatedLists | undefined =>
  readCoded(file, code()) as RelatedLists | undefined;
