import type { Block } from './body-blocks.ts';
import { type Hunk, hunksOf } from './hunks.ts';
import type { Token, Tokenize } from './word-tokens.ts';

/** The share of words that must differ for a change to be one of substance. */
export const substantialShare = 0.05;

/** What is different in substance between two versions of a story. */
export interface Substance {
  /** The share of its words that came or went, from 0 to 1. */
  share: number;
  /** The share of its words that went. */
  lost: number;
  /** Words with numbers that went, and that came. */
  numbers: [gone: string[], come: string[]];
  /** The same of names in quotations. In scripts without capitals, every word of a quotation counts. */
  names: [gone: string[], come: string[]];
}

const wordsIn = (blocks: readonly Block[], tokenize: Tokenize): Token[] =>
  blocks.flatMap(tokenize).filter(({ isWord }) => isWord);

/** What one list has that the other has not, as often as it has it more. */
const without = (all: readonly string[], others: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const key of others) counts.set(key, (counts.get(key) ?? 0) + 1);
  return all.filter((key) => {
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
};

const both = (before: readonly string[], now: readonly string[]): [string[], string[]] => [
  without(before, now),
  without(now, before),
];

const isName = (key: string): boolean =>
  /^\p{Lu}/u.test(key) || (/^\p{L}/u.test(key) && key.toLowerCase() === key.toUpperCase());

const keys = (tokens: readonly Token[], isOne: (token: Token) => boolean): string[] =>
  tokens.filter(isOne).map(({ key }) => key);

/** Finds what is different in substance. Words that only moved are the same. */
export const substanceOf = (
  before: readonly Block[],
  now: readonly Block[],
  tokenize: Tokenize,
): Substance => {
  const places = hunksOf(before, now);
  const hunks = places.filter((place): place is Hunk => !Array.isArray(place));
  const same = places.filter((place): place is Block[] => Array.isArray(place)).flat();
  const old = hunks.flatMap((hunk) => wordsIn(hunk.before, tokenize));
  const present = hunks.flatMap((hunk) => wordsIn(hunk.now, tokenize));
  // What stayed is counted twice, as it is in both.
  const all = old.length + present.length + 2 * wordsIn(same, tokenize).length;
  const [gone, come] = both(
    keys(old, () => true),
    keys(present, () => true),
  );
  const differing = (isOne: (token: Token) => boolean) =>
    both(keys(old, isOne), keys(present, isOne));
  return {
    share: all === 0 ? 0 : (gone.length + come.length) / all,
    lost: all === 0 ? 0 : gone.length / all,
    numbers: differing(({ key }) => /\p{N}/u.test(key)),
    names: differing(({ key, isQuoted }) => isQuoted && isName(key)),
  };
};

/** Without what only came: a live story grows with each entry. */
export const lossesOf = ({ lost, numbers: [numbers], names: [names] }: Substance): Substance => ({
  share: lost,
  lost,
  numbers: [numbers, []],
  names: [names, []],
});

/** Whether a change is one of substance. */
export const isSubstantial = ({ share, numbers, names }: Substance): boolean =>
  share > substantialShare || [...numbers, ...names].some((words) => words.length > 0);
