import { type Article, compare } from './article.ts';
import { type Parts, type Vectors, weighTerms, weighTopics } from './tokens.ts';

/** What of an article decides what it is about. */
export type LikenessDocument = Pick<
  Article,
  'id' | 'headline' | 'standfirst' | 'section' | 'topics' | 'published' | 'body'
>;

export interface Likeness {
  /**
   * Ids of Related News for one article: the editor's picks in their order, then the articles most like it.
   * Never the article itself, none twice, none that is not among the documents.
   */
  related: (id: string, limit: number, picks?: readonly string[]) => string[];
}

/** How often a word counts where it stands. */
const times = { headline: 4, standfirst: 2, body: 1 };
/** Only an article's heaviest terms are compared: bounded work, whatever its length. */
const heaviest = 48;
/** Of a term in more articles than this, those nearest in time are looked at: all pairs in near-linear time. */
const reach = 500;
/** A term in a larger share of all articles says nothing: stop words of any language, without a list. */
const commonest = 0.5;
/** The cosine from which texts are related: the smaller a paper, the less it shows which words are common. */
const leastCosine = (articles: number): number => 0.025 + 0.15 / Math.sqrt(articles);
/** How many times that cosine the rarest shared topic is worth; one that √n of n articles have just relates them. */
const topicsCount = 2.1;
/** Texts whose cosine is higher are one story told again. */
const sameStory = 0.6;
const sameSection = 1.15;
/** Of two articles written long apart, this share of the likeness stays. */
const longApart = 0.6;
const halvedAfter = 365 * 24 * 60 * 60 * 1000;

/**
 * Related News by what stories are about. Texts are compared by TF-IDF cosine, a headline's and a standfirst's
 * words counting more; shared topics add to it, the rarer the more; the same section and a near date raise
 * what is found, but relate nothing by themselves. What is alike neither in text nor in topics is not listed.
 *
 * An article that tells the same story again (an updated re-run, a second agency's copy) is not listed, be it of
 * the article itself or of one that stands before it in the list; an editor's pick always is.
 *
 * Deterministic whatever the order of the documents; ties go to the newer one, then by id. Nothing is computed
 * before the first question.
 * @param language a BCP 47 tag
 */
export const createLikeness = (
  documents: readonly LikenessDocument[],
  language: string,
): Likeness => {
  let ranking: Likeness | undefined;
  return { related: (...asked) => (ranking ??= rank(documents, language)).related(...asked) };
};

const rank = (documents: readonly LikenessDocument[], language: string): Likeness => {
  const sorted = documents
    .map((document) => ({ document, time: Date.parse(document.published) }))
    .sort((a, b) => b.time - a.time || compare(a.document.id, b.document.id));
  const articles = sorted.map(({ document: { id, section }, time }) => ({ id, section, time }));
  const numbers = new Map(articles.map(({ id }, number) => [id, number]));
  const parts = sorted.map(({ document: { headline, standfirst, body } }): Parts => [
    [headline, times.headline],
    [standfirst, times.standfirst],
    [body, times.body],
  ]);
  const texts = createIndex(weighTerms(parts, { commonest, heaviest, language }));
  const topics = createIndex(weighTopics(sorted.map(({ document }) => document.topics)));
  const inText = new Float32Array(articles.length);
  const inTopics = new Float32Array(articles.length);
  const least = leastCosine(articles.length);

  /** Numbers of related articles, best first; the lower number, which is the newer article, among equals. */
  const ranked = (asked: number): number[] => {
    const touched: number[] = [];
    texts.gather(asked, inText, touched);
    topics.gather(asked, inTopics, touched);
    const found: { number: number; score: number }[] = [];
    for (const number of touched) {
      const cosine = inText[number] ?? 0;
      const shared = Math.min(1, inTopics[number] ?? 0);
      const matter = (cosine / least) * (1 + shared) + topicsCount * shared;
      // Zero for the next question, and for a number that both indexes have touched.
      inText[number] = inTopics[number] = 0;
      if (matter < 1 || number === asked) continue;
      found.push({ number, score: matter * nearness(articles[asked], articles[number]) });
    }
    found.sort((a, b) => b.score - a.score || a.number - b.number);
    return found.map(({ number }) => number);
  };

  return {
    related: (id, limit, picks = []) => {
      const asked = numbers.get(id);
      if (asked === undefined) return [];
      const list = new Set(picks.flatMap((pick) => numbers.get(pick) ?? []));
      list.delete(asked);
      const told = new Set([asked, ...list]);
      for (const number of list.size < limit ? ranked(asked) : []) {
        if (list.size >= limit) break;
        if ([...told].some((other) => texts.product(number, other) >= sameStory)) continue;
        told.add(number);
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

/** Vectors that can be asked: which are like this one, and how alike are these two. */
const createIndex = ({ starts, terms, weights }: Vectors) => {
  const highest = terms.reduce((most, term) => Math.max(most, term), 0);
  /** Where a term's holders begin; they end where the next term's begin. */
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

  /** The holders of a term that stand nearest to a row, no more than `reach`. */
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
    /** Adds to `sums` the product of a row with every other that shares a term; says in `touched` which. */
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
