import { createTokenizer } from './word-tokens.ts';

/** A text in parts, each with the number of times that its words count. */
export type Parts = readonly (readonly [text: string, times: number])[];

/**
 * The words of a text, each once: a digest of each (FNV-1a, 32 bits), ascending, and how often it counts. Two of a hundred
 * thousand words may share a digest, and then count as one word, which no list of related stories would show.
 */
export interface CountedTerms {
  terms: Int32Array;
  counts: Uint8Array;
}

/** A count takes a byte. */
const mostTimes = 255;

const digestOf = (term: string): number => {
  let digest = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) {
    digest = Math.imul(digest ^ term.charCodeAt(at), 0x01000193);
  }
  return digest | 0;
};

/**
 * Counts the words of texts. What it says of a text depends on nothing but the text, so it may be kept.
 * @param language a BCP 47 tag
 */
export const createTermCounter = (language: string): ((parts: Parts) => CountedTerms) => {
  const tokenize = createTokenizer(language);
  return (parts) => {
    const counted = new Map<number, number>();
    for (const [text, times] of parts) {
      for (const term of tokenize(text)) {
        const digest = digestOf(term);
        counted.set(digest, (counted.get(digest) ?? 0) + times);
      }
    }
    const terms = Int32Array.from(counted.keys()).sort();
    return {
      terms,
      counts: Uint8Array.from(terms, (term) => Math.min(counted.get(term) ?? 0, mostTimes)),
    };
  };
};
