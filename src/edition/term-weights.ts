import type { CountedTerms } from './counted-terms.ts';
import { stepped } from './stepped.ts';
import type { Vector } from './vectors.ts';

/** Only an article's heaviest terms are compared, so that the work is bounded whatever its length. */
const heaviest = 48;
/** A term in a larger share of all articles is ignored: that drops the stop words of any language, without a list. */
const commonest = 0.5;

/** How many texts have each term. */
export type Spread<Term> = ReadonlyMap<Term, number>;

/** Counts how many texts have each term; none has one twice. */
export const spreadOf = <Term>(texts: Iterable<Iterable<Term>>): Spread<Term> => {
  const spread = new Map<Term, number>();
  for (const terms of texts) {
    for (const term of terms) spread.set(term, (spread.get(term) ?? 0) + 1);
  }
  return spread;
};

/**
 * Makes a function that weighs the words of a text by TF-IDF: (1 + ln of its count in the text) × ln (number of texts /
 * texts that have it), both in steps. Vectors have length 1, so that the product of two is their cosine.
 *
 * A word that only one text has matches nothing, so it is left out, but it counts towards the length: a text full of
 * such words is less similar to any other.
 * @param spread of all texts
 * @param texts how many there are
 */
export const createTextWeigher = (
  spread: Spread<number>,
  texts: number,
): ((counted: CountedTerms) => Vector) => {
  const all = stepped(texts);
  const tooMany = Math.max(2, commonest * all);
  let room = new Float64Array(1024);

  return ({ terms, counts }) => {
    if (terms.length > room.length) room = new Float64Array(terms.length);
    const weighed = room.subarray(0, terms.length);
    let square = 0;
    let shared = 0;
    for (let n = 0; n < terms.length; n += 1) {
      const having = stepped(spread.get(terms[n] ?? 0) ?? 1);
      const weight = (1 + Math.log(counts[n] ?? 0)) * Math.log(all / having);
      const isShared = having > 1 && having <= tooMany && weight > 0;
      if (having === 1) square += weight ** 2;
      if (isShared) shared += 1;
      weighed[n] = isShared ? weight : 0;
    }
    const most = Math.min(shared, heaviest);
    const least = most === 0 ? Infinity : (weighed.slice().sort().at(-most) ?? 0);
    // Of terms that weigh as little as the last one, the first ones are kept.
    let ties = most;
    for (const weight of weighed) if (weight > least) ties -= 1;
    const vector = { terms: new Int32Array(most), weights: new Float32Array(most) };
    let end = 0;
    for (let n = 0; n < terms.length; n += 1) {
      const weight = weighed[n] ?? 0;
      if (weight < least || (weight === least && ties === 0)) continue;
      if (weight === least) ties -= 1;
      square += weight ** 2;
      vector.terms[end] = terms[n] ?? 0;
      vector.weights[end] = weight;
      end += 1;
    }
    const { weights } = vector;
    for (let at = 0; at < end; at += 1) weights[at] = (weights[at] ?? 0) / Math.sqrt(square);
    return vector;
  };
};

/** How many other stories a topic relates a story to, in steps. */
export const othersOn = (having: number): number => stepped(Math.max(1, having - 1));

/**
 * Makes a function that weighs the topics of a story so that the product of two is the sum over the topics that they share: 1
 * for a topic that no third article has, down to nearly 0 for one that all have.
 * @param spread of all stories' topics, by their keys
 * @param stories how many there are
 * @param numbers of topics, in the order of their keys
 */
export const createTopicWeigher = (
  spread: Spread<string>,
  stories: number,
  numbers: ReadonlyMap<string, number>,
): ((keys: Iterable<string>) => Vector) => {
  const all = Math.log(stepped(Math.max(2, stories)));
  const rarity = (key: string): number => 1 - Math.log(othersOn(spread.get(key) ?? 1)) / all;
  return (keys) => {
    const weighed = [...keys]
      .map((key) => ({ term: numbers.get(key) ?? 0, weight: Math.sqrt(Math.max(0, rarity(key))) }))
      .sort((a, b) => a.term - b.term);
    return {
      terms: Int32Array.from(weighed, ({ term }) => term),
      weights: Float32Array.from(weighed, ({ weight }) => weight),
    };
  };
};
