import { topicKey } from '../schemas/topic.ts';

/** Characters of a text that are read: news says first what it is about. */
const longestText = 40_000;

/** Anything longer is not a word but an address, a key or a cat on the keyboard. */
const longestTerm = 40;

/** Scripts without spaces between words. (Korean has them.) */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Letters with their marks (Arabic, Hindi), digits, and the joiners that Persian writes inside words. */
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*/gu;

const webAddress = /(?:https?:\/\/|www\.)[\w\-.~:/?#@!$&*+,;=%]+/gi;
const linkTarget = /\]\([^()\n]*\)/g;
const tag = /<[^<>]*>/g;
const apostrophe = /['’ʼ]/g;
const invisible = /[\u00AD\u2060\uFEFF]/g;

/**
 * Splits a text into its words, in order and with repetitions: NFKC, in lower case, without Markdown syntax, link
 * targets, web addresses and tags. An apostrophe ends a word, so that “Kyiv’s” matches “Kyiv”, and “l’Ukraine”
 * matches “Ukraine”.
 *
 * Text in a script without spaces is split by `Intl.Segmenter` (UAX #29 with its dictionaries), line by line,
 * because its time grows faster than the length of the text. Elsewhere a pattern finds the same
 * words in half the time.
 * @param language a BCP 47 tag; decides lower case (Turkish) and is passed to the segmenter
 */
export const createTokenizer = (language: string): ((markdown: string) => string[]) => {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });

  const segmented = (text: string): string[] => {
    const found: string[] = [];
    for (const line of text.split('\n')) {
      for (const { segment, isWordLike } of segmenter.segment(line)) {
        if (isWordLike) found.push(segment);
      }
    }
    return found;
  };

  return (markdown) => {
    const text = markdown
      .slice(0, longestText)
      .replace(webAddress, ' ')
      .replace(linkTarget, '] ')
      .replace(tag, ' ')
      .replace(invisible, '')
      .replace(apostrophe, ' ')
      .normalize('NFKC')
      .toLocaleLowerCase(language);
    const found = unspaced.test(text) ? segmented(text) : (text.match(word) ?? []);
    return found.filter((term) => term.length <= longestTerm);
  };
};

/** A text in parts, each with the number of times that its words count. */
export type Parts = readonly (readonly [text: string, times: number])[];

/** Term numbers (ascending) and their weights, text by text: those of text `n` begin at `starts[n]`. */
export interface Vectors {
  starts: Uint32Array;
  terms: Uint32Array;
  weights: Float32Array;
}

/** A term's number and its count share one integer, of which the count takes eight bits. */
const mostTimes = 255;

/** Numbers the words of all texts by first appearance, and counts them. */
const countTerms = (texts: Iterable<Parts>, language: string) => {
  const tokenize = createTokenizer(language);
  const numbers = new Map<string, number>();
  const textsWith: number[] = [];
  const counted: Uint32Array[] = [];
  /** How often each term appears in the current text; all zero between texts. */
  const counts: number[] = [];
  for (const parts of texts) {
    const found: number[] = [];
    for (const [text, times] of parts) {
      for (const term of tokenize(text)) {
        let number = numbers.get(term);
        if (number === undefined) {
          number = numbers.size;
          // Copied, because a slice would keep the whole text in memory.
          numbers.set(Buffer.from(term).toString(), number);
          textsWith.push(0);
          counts.push(0);
        }
        const before = counts[number] ?? 0;
        if (before === 0) found.push(number);
        counts[number] = before + times;
      }
    }
    const packed = new Uint32Array(found.length);
    for (const [place, number] of found.entries()) {
      packed[place] = number * (mostTimes + 1) + Math.min(counts[number] ?? 0, mostTimes);
      counts[number] = 0;
      textsWith[number] = (textsWith[number] ?? 0) + 1;
    }
    counted.push(packed);
  }
  return { counted, textsWith };
};

/**
 * Weighs the words of each text by TF-IDF: (1 + ln of its count in the text) × ln (number of texts / texts that have
 * it). Vectors have length 1, so that the product of two is their cosine.
 *
 * A word that only one text has matches nothing, so it is left out, but it counts towards the length: a text full of
 * such words is less similar to any other.
 * @param commonest words in a larger share of all texts are dropped
 * @param heaviest how many terms of a text are kept
 * @param language a BCP 47 tag
 */
export const weighTerms = (
  texts: readonly Parts[],
  { commonest, heaviest, language }: { commonest: number; heaviest: number; language: string },
): Vectors => {
  const { counted, textsWith } = countTerms(texts, language);
  const tooMany = Math.max(2, commonest * texts.length);
  const starts = new Uint32Array(texts.length + 1);
  const terms = new Uint32Array(texts.length * heaviest);
  const weights = new Float32Array(texts.length * heaviest);
  let end = 0;

  for (const [text, packed] of counted.entries()) {
    const shared: { term: number; weight: number }[] = [];
    let square = 0;
    for (const one of packed) {
      const term = Math.floor(one / (mostTimes + 1));
      const having = textsWith[term] ?? 0;
      const weight = (1 + Math.log(one % (mostTimes + 1))) * Math.log(texts.length / having);
      if (having === 1) square += weight ** 2;
      else if (having <= tooMany && weight > 0) shared.push({ term, weight });
    }
    const kept = shared
      .sort((a, b) => b.weight - a.weight || a.term - b.term)
      .slice(0, heaviest)
      .sort((a, b) => a.term - b.term);
    for (const { weight } of kept) square += weight ** 2;
    for (const { term, weight } of kept) {
      terms[end] = term;
      weights[end] = weight / Math.sqrt(square);
      end += 1;
    }
    starts[text + 1] = end;
  }
  return { starts, terms: terms.slice(0, end), weights: weights.slice(0, end) };
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
