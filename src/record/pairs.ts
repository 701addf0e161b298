import type { Block } from './body-blocks.ts';
import type { Hunk } from './hunks.ts';
import type { Tokenize } from './word-tokens.ts';

/** A paragraph as it was and as it is; one that came or went has one side only. */
export type Pair = [before: Block | undefined, now: Block | undefined];

/** How much of two paragraphs must be the same for one to be a version of the other. */
const alike = 0.35;
/** More paragraphs than this are not compared each with each. */
const mostPairs = 10_000;

const fixed = /^(?:headline|standfirst|point)$/;

const countsOf = (keys: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** How alike two paragraphs are, by the words that they share: from 0 to 1. */
const likeness = (a: readonly string[], b: readonly string[]): number => {
  const counts = countsOf(a);
  let shared = 0;
  for (const key of b) {
    const left = counts.get(key) ?? 0;
    if (left === 0) continue;
    counts.set(key, left - 1);
    shared += 1;
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
};

/** Finds the paragraphs of a place that are versions of each other, in an order that both have. */
export const pairsOf = ({ before, now }: Hunk, tokenize: Tokenize): Pair[] => {
  const [rows, columns] = [before.length, now.length];
  if (rows * columns > mostPairs) {
    return [
      ...before.map((block): Pair => [block, undefined]),
      ...now.map((block): Pair => [undefined, block]),
    ];
  }
  const words = (block: Block): string[] =>
    tokenize(block).flatMap(({ isWord, key }) => (isWord ? [key] : []));
  const [old, present] = [before.map(words), now.map(words)];
  const score = (row: number, column: number): number => {
    const [a, b] = [before[row], now[column]];
    if (!a || !b) return 0;
    const isFixed = fixed.test(a.kind) || fixed.test(b.kind);
    if (isFixed && a.kind !== b.kind) return 0;
    // There is one headline and one standfirst: the new one is always a version of the old one.
    if (isFixed && a.kind !== 'point') return 1;
    const found = likeness(old[row] ?? [], present[column] ?? []);
    return found < alike ? 0 : found;
  };
  const scores = before.map((_, row) => now.map((__, column) => score(row, column)));
  // The best sum that is still to be had from a row and a column on.
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const here = scores[row]?.[column] ?? 0;
      const paired = here > 0 ? here + at(row + 1, column + 1) : 0;
      (best[row] as number[])[column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const here = scores[row]?.[column] ?? 0;
    if (here > 0 && at(row, column) === here + at(row + 1, column + 1)) {
      pairs.push([before[row++], now[column++]]);
    } else if (row < rows && (column === columns || at(row, column) === at(row + 1, column))) {
      pairs.push([before[row++], undefined]);
    } else pairs.push([undefined, now[column++]]);
  }
  return pairs;
};
