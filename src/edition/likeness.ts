import { topicKey } from '../schemas/topic.ts';
import { type Article, compare } from './article.ts';
import type { CountedTerms, Parts } from './counted-terms.ts';
import { createScores, type LikenessScores } from './likeness-scores.ts';
import { createTextWeigher, createTopicWeigher, spreadOf } from './term-weights.ts';
import { inOne, type Vector } from './vectors.ts';

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

/** What of a story is compared with others, besides its words. */
export interface ComparedStory {
  id: string;
  section: string;
  /** When it was published, in milliseconds since 1970. */
  time: number;
  /** The keys of its topics, each once. */
  topics: readonly string[];
}

/** Which of two documents comes first: the newer one, then by id. Negative if it is the first. */
export const newestThenId = (
  a: { id: string; time: number },
  b: { id: string; time: number },
): number => b.time - a.time || compare(a.id, b.id);

/** Puts documents in the order in which they are compared. */
export const inOrder = <D extends LikenessDocument>(
  documents: readonly D[],
): (ComparedStory & { document: D })[] => {
  // Thousands of documents name the same few hundred topics.
  const keys = new Map<string, string>();
  const keyOf = (topic: string): string => {
    const key = keys.get(topic) ?? topicKey(topic);
    keys.set(topic, key);
    return key;
  };
  return documents
    .map((document) => {
      const { id, section, published } = document;
      const topics = [...new Set(document.topics.map(keyOf))];
      return { document, id, section, time: Date.parse(published), topics };
    })
    .sort(newestThenId);
};

/** Gives topics numbers, in the order of their keys. */
export const topicNumbers = (
  stories: Iterable<Pick<ComparedStory, 'topics'>>,
): ReadonlyMap<string, number> => {
  const keys = new Set<string>();
  for (const { topics } of stories) for (const key of topics) keys.add(key);
  return new Map([...keys].sort(compare).map((key, number) => [key, number]));
};

/** How stories are compared. */
interface Comparing {
  /** The numbers of their topics, and perhaps of others. */
  numbers?: ReadonlyMap<string, number>;
  /** See {@link LikenessIndex}. */
  reach?: number | undefined;
}

/** Compares stories that are in order, by the vectors of their words. */
export const scoresOf = (
  stories: readonly ComparedStory[],
  texts: readonly Vector[],
  { numbers = topicNumbers(stories), reach }: Comparing = {},
): LikenessScores => {
  const weigh = createTopicWeigher(
    spreadOf(stories.map(({ topics }) => topics)),
    stories.length,
    numbers,
  );
  const topics = stories.map((story) => weigh(story.topics));
  return createScores(stories, { texts: inOne(texts), topics: inOne(topics) }, reach);
};

/** The vectors of texts, each weighed against all. */
export const vectorsOf = (
  texts: readonly CountedTerms[],
  spread = spreadOf(texts.map(({ terms }) => terms)),
): Vector[] => texts.map(createTextWeigher(spread, texts.length));

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
  return { related: (...query) => (ranking ??= compared(documents, countTerms)).related(...query) };
};

const compared = <D extends LikenessDocument>(
  documents: readonly D[],
  countTerms: (document: D) => CountedTerms,
): Likeness => {
  const stories = inOrder(documents);
  const texts = vectorsOf(stories.map(({ document }) => countTerms(document)));
  const { listFor } = scoresOf(stories, texts);
  const places = new Map(stories.map(({ id }, place) => [id, place]));
  return {
    related: (id, limit, picks = []) => {
      const subject = places.get(id);
      if (subject === undefined) return [];
      const picked = picks.flatMap((pick) => places.get(pick) ?? []);
      return listFor(subject, picked, limit).places.flatMap((place) => stories[place]?.id ?? []);
    },
  };
};
