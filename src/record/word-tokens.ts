import type { Block } from './body-blocks.ts';
import { followQuotations } from './quotations.ts';
import { comparable } from './typography.ts';

/** A word or a sign of a text. */
export interface Token {
  /** As it is written, with the spaces after it. */
  text: string;
  /** As it is compared. */
  key: string;
  isWord: boolean;
  /** Whether it is within quotation marks. */
  isQuoted: boolean;
}

/** Splits texts into words. */
export type Tokenize = (block: Block) => Token[];

/**
 * Makes a function that splits a text into words and signs, in any script (UAX #29, with dictionaries for scripts without
 * spaces).
 * @param language a BCP 47 tag
 */
export const createTokenizer = (language: string): Tokenize => {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return ({ kind, text }) => {
    const tokens: Token[] = [];
    const isWithin = followQuotations(text);
    for (const { segment, index, isWordLike = false } of segmenter.segment(text)) {
      const last = tokens.at(-1);
      if (last && /^\s+$/.test(segment)) {
        last.text += segment;
        continue;
      }
      tokens.push({
        text: segment,
        key: comparable(segment),
        isWord: isWordLike,
        isQuoted: isWithin(segment, index) || kind === 'quote',
      });
    }
    return tokens;
  };
};
