import { type Article, compare } from './article.ts';
import type { CountedTerms, Parts } from './counted-terms.ts';
import { type Vectors, weighTerms, weighTopics } from './term-weights.ts';

/** The fields that show what an article is about, besides its words. */
export type LikenessDocument = Pick<Article, 'id' | 'section' | 'topics' | 'published'>;

/** The words that show it. */
export type LikenessText = Pick<Article, 'headline' | 'standfirst' | 'body'>;

export interface Likeness {
  /**
   * Ids of Related News for one article: the editor's picks in their order, then the most similar
   * articles. Never the article itself, never one twice, never one that is not among the documents.
   */
  related: (id: string, limit: number, picks?: readonly string[]) => string[];
}

/** How many times a word counts, by where it appears. */
const times = { headline: 4, standfirst: 2, body: 1 };

/** The words of an article, and how much those of each part count. */
export const partsOf = ({ headline, standfirst, body }: LikenessText): Parts => [
  [headline, times.headline],
  [standfirst, times.standfirst],
  [body, times.body],
];

/** Only an article's heaviest terms are compared, so that the work is bounded whatever its length. */
const heaviest = 48;
/** For a term in more articles than this, only the nearest in time are compared: near-linear time for all pairs. */
const reach = 500;
/** A term in a larger share of all articles is ignored: that drops the stop words of any language, without a list. */
const commonest = 0.5;
/**
 * Texts with at least this cosine are related. It is higher for a small paper, which shows less which words are common.
 */
const leastCosine = (articles: number): number => 0.025 + 0.15 / Math.sqrt(articles);
/**
 * What the rarest shared topic is worth, in units of that cosine. A topic that √n of n articles share is just enough.
 */
const topicsCount = 2.1;
/** Texts with at least this cosine tell the same story. */
const sameStory = 0.6;
const sameSection = 1.15;
/** The share of a score that remains, however long apart two articles were published. */
const longApart = 0.6;
const halvedAfter = 365 * 24 * 60 * 60 * 1000;

/**
 * Related News by what stories are about. Texts are compared by TF-IDF cosine; words in headlines and standfirsts count
 * more. Shared topics add to the score, and rarer topics add more. The same section and a near date raise a score, but
 * relate nothing by themselves. Stories that are similar neither in text nor in topics are not listed.
 *
 * An article that repeats a story (an updated re-run, a second agency's copy) is left out, whether it repeats the
 * article itself or one earlier in the list. The editor's picks are always listed.
 *
 * Deterministic whatever the order of the documents; ties go to the newer one, then by id. Nothing is computed
 * before the first call.
 * @param countTerms counts the words of a document
 */
export const createLikeness = <D extends LikenessDocument>(
  documents: readonly D[],
  countTerms: (document: D) => CountedTerms,
): Likeness => {
  let ranking: Likeness | undefined;
  return { related: (...query) => (ranking ??= rank(documents, countTerms)).related(...query) };
};

const rank = <D extends LikenessDocument>(
  documents: readonly D[],
  countTerms: (document: D) => CountedTerms,
): Likeness => {
  const sorted = documents
    .map((document) => ({ document, time: Date.parse(document.published) }))
    .sort((a, b) => b.time - a.time || compare(a.document.id, b.document.id));
  const articles = sorted.map(({ document: { id, section }, time }) => ({ id, section, time }));
  const numbers = new Map(articles.map(({ id }, number) => [id, number]));
  const counted = sorted.map(({ document }) => countTerms(document));
  const texts = createIndex(weighTerms(counted, { commonest, heaviest }));
  const topics = createIndex(weighTopics(sorted.map(({ document }) => document.topics)));
  const inText = new Float32Array(articles.length);
  const inTopics = new Float32Array(articles.length);
  const least = leastCosine(articles.length);

  /** Numbers of related articles, best first; among equals the newer article, which has the lower number. */
  const ranked = (subject: number): number[] => {
    const touched: number[] = [];
    texts.gather(subject, inText, touched);
    topics.gather(subject, inTopics, touched);
    const found: { number: number; score: number }[] = [];
    for (const number of touched) {
      const cosine = inText[number] ?? 0;
      const shared = Math.min(1, inTopics[number] ?? 0);
      const similarity = (cosine / least) * (1 + shared) + topicsCount * shared;
      // Reset for the next call, and because both indexes may have touched the same number.
      inText[number] = inTopics[number] = 0;
      if (similarity < 1 || number === subject) continue;
      found.push({ number, score: similarity * nearness(articles[subject], articles[number]) });
    }
    found.sort((a, b) => b.score - a.score || a.number - b.number);
    return found.map(({ number }) => number);
  };

  return {
    related: (id, limit, picks = []) => {
      const subject = numbers.get(id);
      if (subject === undefined) return [];
      const list = new Set(picks.flatMap((pick) => numbers.get(pick) ?? []));
      list.delete(subject);
      const shown = new Set([subject, ...list]);
      for (const number of list.size < limit ? ranked(subject) : []) {
        if (list.size >= limit) break;
        if ([...shown].some((other) => texts.product(number, other) >= sameStory)) continue;
        shown.add(number);
        list.add(number);
      }
      return [...list].slice(0, limit).flatMap((number) => articles[number]?.id ?? []);
    },
  };
};

type Circumstances = { section: string; time: number } | undefined;

const nearness = (a: Circumstances, b: Circumstances): number => {
  if (!a || !b) return 0;
  const near = 0.5 ** (Math.abs(a.time - b.time) / halvedAfter);
  return (a.section === b.section ? sameSection : 1) * (longApart + (1 - longApart) * near);
};

/** An index of vectors: which share terms with a given one, and what is the product of two. */
const createIndex = ({ starts, terms, weights }: Vectors) => {
  const highest = terms.reduce((most, term) => Math.max(most, term), 0);
  /** Where the holders of each term begin; they end where the next term's begin. */
  const begins = new Uint32Array(highest + 2);
  for (const term of terms) begins[term + 1] = (begins[term + 1] ?? 0) + 1;
  for (let term = 1; term < begins.length; term += 1) {
    begins[term] = (begins[term] ?? 0) + (begins[term - 1] ?? 0);
  }
  const holders = new Uint32Array(terms.length);
  const shares = new Float32Array(terms.length);
  const next = begins.slice();
  for (let row = 0; row + 1 < starts.length; row += 1) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const term = terms[at] ?? 0;
      const place = next[term] ?? 0;
      next[term] = place + 1;
      holders[place] = row;
      shares[place] = weights[at] ?? 0;
    }
  }

  /** The range of a term's holders that are nearest to a row, at most `reach` of them. */
  const nearest = (term: number, row: number): [from: number, to: number] => {
    const begin = begins[term] ?? 0;
    const end = begins[term + 1] ?? 0;
    if (end - begin <= reach) return [begin, end];
    let low = begin;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((holders[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    const from = Math.max(begin, Math.min(low - (reach >>> 1), end - reach));
    return [from, from + reach];
  };

  return {
    /** Adds the products of a row with all rows that share a term to `sums`, and lists those rows in `touched`. */
    gather: (row: number, sums: Float32Array, touched: number[]): void => {
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
        const weight = weights[at] ?? 0;
        const [from, to] = nearest(terms[at] ?? 0, row);
        for (let place = from; place < to; place += 1) {
          const holder = holders[place] ?? 0;
          const sum = sums[holder] ?? 0;
          if (sum === 0) touched.push(holder);
          sums[holder] = sum + weight * (shares[place] ?? 0);
        }
      }
    },
    product: (a: number, b: number): number => {
      let [atA, atB] = [starts[a] ?? 0, starts[b] ?? 0];
      const [endA, endB] = [starts[a + 1] ?? 0, starts[b + 1] ?? 0];
      let sum = 0;
      while (atA < endA && atB < endB) {
        const difference = (terms[atA] ?? 0) - (terms[atB] ?? 0);
        if (difference === 0) sum += (weights[atA] ?? 0) * (weights[atB] ?? 0);
        if (difference <= 0) atA += 1;
        if (difference >= 0) atB += 1;
      }
      return sum;
    },
  };
};
