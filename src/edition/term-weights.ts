import { topicKey } from '../schemas/topic.ts';
import type { CountedTerms } from './counted-terms.ts';

/** Term numbers (ascending) and their weights, text by text: those of text `n` begin at `starts[n]`. */
export interface Vectors {
  starts: Uint32Array;
  terms: Uint32Array;
  weights: Float32Array;
}

/** In how many texts each term is. */
const spreadOf = (texts: readonly CountedTerms[]): Map<number, number> => {
  const spread = new Map<number, number>();
  for (const { terms } of texts) {
    for (const term of terms) spread.set(term, (spread.get(term) ?? 0) + 1);
  }
  return spread;
};

/** Gives terms numbers from zero, in their own order. */
const numbered = (terms: Uint32Array): Uint32Array => {
  const numbers = new Map([...new Set(terms)].sort((a, b) => a - b).map((term, n) => [term, n]));
  return terms.map((term) => numbers.get(term) ?? 0);
};

/**
 * Weighs the words of each text by TF-IDF: (1 + ln of its count in the text) × ln (number of texts / texts that have
 * it). Vectors have length 1, so that the product of two is their cosine.
 *
 * A word that only one text has matches nothing, so it is left out, but it counts towards the length: a text full of
 * such words is less similar to any other.
 * @param commonest words in a larger share of all texts are dropped
 * @param heaviest how many terms of a text are kept
 */
export const weighTerms = (
  texts: readonly CountedTerms[],
  { commonest, heaviest }: { commonest: number; heaviest: number },
): Vectors => {
  const spread = spreadOf(texts);
  const tooMany = Math.max(2, commonest * texts.length);
  const starts = new Uint32Array(texts.length + 1);
  const kept = new Uint32Array(texts.length * heaviest);
  const weights = new Float32Array(texts.length * heaviest);
  const longest = texts.reduce((most, { terms }) => Math.max(most, terms.length), 0);
  const ofText = new Float64Array(longest);
  let end = 0;

  for (const [text, { terms, counts }] of texts.entries()) {
    let square = 0;
    let shared = 0;
    for (let n = 0; n < terms.length; n += 1) {
      const having = spread.get(terms[n] ?? 0) ?? 0;
      const weight = (1 + Math.log(counts[n] ?? 0)) * Math.log(texts.length / having);
      const isShared = having > 1 && having <= tooMany && weight > 0;
      if (having === 1) square += weight ** 2;
      if (isShared) shared += 1;
      ofText[n] = isShared ? weight : 0;
    }
    const most = Math.min(shared, heaviest);
    const least = most === 0 ? Infinity : (ofText.slice(0, terms.length).sort().at(-most) ?? 0);
    // Of terms that weigh as little as the last one, the first ones are kept.
    let ties = most;
    for (let n = 0; n < terms.length; n += 1) if ((ofText[n] ?? 0) > least) ties -= 1;
    const start = end;
    for (let n = 0; n < terms.length; n += 1) {
      const weight = ofText[n] ?? 0;
      if (weight < least || (weight === least && ties === 0)) continue;
      if (weight === least) ties -= 1;
      square += weight ** 2;
      kept[end] = terms[n] ?? 0;
      weights[end] = weight;
      end += 1;
    }
    for (let at = start; at < end; at += 1) weights[at] = (weights[at] ?? 0) / Math.sqrt(square);
    starts[text + 1] = end;
  }
  return { starts, terms: numbered(kept.slice(0, end)), weights: weights.slice(0, end) };
};

/**
 * Weighs topics so that the product of two rows is the sum over the topics that they share: 1 for a topic that no third
 * article has, down to nearly 0 for one that all have.
 */
export const weighTopics = (topicsOf: readonly string[][]): Vectors => {
  const keysOf = topicsOf.map((topics) => new Set(topics.map(topicKey)));
  const having = new Map<string, number>();
  for (const key of keysOf.flatMap((keys) => [...keys]))
    having.set(key, (having.get(key) ?? 0) + 1);
  const numbers = new Map([...having.keys()].map((key, number) => [key, number]));
  const others = (key: string): number => Math.max(1, (having.get(key) ?? 1) - 1);
  const rarity = (key: string): number =>
    1 - Math.log(others(key)) / Math.log(Math.max(2, topicsOf.length));

  const starts = [0];
  const rows = keysOf.flatMap((keys) => {
    starts.push((starts.at(-1) ?? 0) + keys.size);
    return [...keys]
      .map((key) => ({ term: numbers.get(key) ?? 0, weight: Math.sqrt(rarity(key)) }))
      .sort((a, b) => a.term - b.term);
  });
  return {
    starts: Uint32Array.from(starts),
    terms: Uint32Array.from(rows, ({ term }) => term),
    weights: Float32Array.from(rows, ({ weight }) => weight),
  };
};
