import type { Block } from './body-blocks.ts';
import { hunksOf } from './hunks.ts';
import { pairsOf } from './pairs.ts';
import { type Part, wordDifference } from './word-difference.ts';
import type { Tokenize } from './word-tokens.ts';

/** A paragraph of a comparison: its words as they are now, with those that came and went. */
export interface Row {
  kind: Block['kind'];
  parts: Part[];
}

const whole = (type: Part['type'], { kind, text }: Block): Row => ({
  kind,
  parts: [{ type, text }],
});

/**
 * Compares two versions of a story, word by word. Paragraphs that are alike are compared with each other; one that moved
 * went away in one place and came in another.
 */
export const compare = (
  before: readonly Block[],
  now: readonly Block[],
  tokenize: Tokenize,
): Row[] =>
  hunksOf(before, now).flatMap((hunk) => {
    if (Array.isArray(hunk)) return hunk.map((block) => whole('same', block));
    return pairsOf(hunk, tokenize).map(([old, present]): Row => {
      if (!old) return whole('added', present as Block);
      if (!present) return whole('removed', old);
      return { kind: present.kind, parts: wordDifference(tokenize(old), tokenize(present)) };
    });
  });
