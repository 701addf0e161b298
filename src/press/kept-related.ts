import { digestOfCode } from '../code-digest.ts';
import type { RelatedLists } from '../edition/related-lists.ts';
import { readKept, writeKept } from '../kept.ts';

/** What older code listed is not believed. */
const code = (): string => digestOfCode(['src/edition/*.ts', 'src/press/*related.ts'], []);

/** Keeps the lists of related stories until a development server starts again. */
export const keepRelated = (file: string, lists: RelatedLists): void => {
  writeKept(file, `${code()}\n${JSON.stringify(lists)}`);
};

/** What the last server kept; undefined if that is of no use. */
export const readRelated = (file: string): RelatedLists | undefined => {
  const kept = readKept(file)?.toString('utf8') ?? '';
  const end = kept.indexOf('\n');
  return kept.slice(0, Math.max(0, end)) === code()
    ? (JSON.parse(kept.slice(end + 1)) as RelatedLists)
    : undefined;
};
