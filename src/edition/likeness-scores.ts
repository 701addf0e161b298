import { createIndex, type LikenessIndex } from './likeness-index.ts';
import { stepped } from './stepped.ts';
import type { Vectors } from './vectors.ts';

/**
 * Texts with at least this cosine are related. It is higher for a small paper, which shows less which words are common.
 */
const leastCosine = (articles: number): number => 0.025 + 0.15 / Math.sqrt(stepped(articles));
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

/** What else than words and topics brings two stories together. */
export interface Circumstances {
  section: string;
  /** When it was published, in milliseconds since 1970. */
  time: number;
}

/** A list of the stories that are most like one, by their places. */
export interface ScoredList {
  places: readonly number[];
  /** What another story would have to score to change the list: as much as the last one that was found; 0 if there is room. */
  least: number;
}

/** How much stories are alike. */
export interface LikenessScores {
  texts: LikenessIndex;
  topics: LikenessIndex;
  /**
   * Lists the stories that are most like one.
   * @param picks places that come first
   */
  listFor: (subject: number, picks: readonly number[], limit: number) => ScoredList;
  /** Calls back for each story that may list this one, with what it would score there. */
  scoresOf: (subject: number, found: (other: number, score: number) => void) => void;
}

const nearness = (a: Circumstances | undefined, b: Circumstances | undefined): number => {
  if (!a || !b) return 0;
  const near = 0.5 ** (Math.abs(a.time - b.time) / halvedAfter);
  return (a.section === b.section ? sameSection : 1) * (longApart + (1 - longApart) * near);
};

/**
 * Compares stories, newest first; of two with one date the order is the caller's.
 * @param vectors of their words and topics: see `term-weights.ts`
 * @param reach how many of the stories with a term are compared with each other at most
 */
export const createScores = (
  stories: readonly Circumstances[],
  vectors: { texts: Vectors; topics: Vectors },
  reach?: number,
): LikenessScores => {
  const texts = createIndex(vectors.texts, reach);
  const topics = createIndex(vectors.topics, reach);
  const inText = new Float32Array(stories.length);
  const inTopics = new Float32Array(stories.length);
  const least = leastCosine(stories.length);

  const eachScore = (
    gather: 'gather' | 'gatherFor',
    subject: number,
    found: (other: number, score: number) => void,
  ): void => {
    const touched: number[] = [];
    texts[gather](subject, inText, touched);
    topics[gather](subject, inTopics, touched);
    for (const number of touched) {
      const cosine = inText[number] ?? 0;
      const shared = Math.min(1, inTopics[number] ?? 0);
      const similarity = (cosine / least) * (1 + shared) + topicsCount * shared;
      // Reset for the next call, and because both indexes may have touched the same number.
      inText[number] = inTopics[number] = 0;
      if (similarity < 1 || number === subject) continue;
      found(number, similarity * nearness(stories[subject], stories[number]));
    }
  };

  return {
    texts,
    topics,
    listFor: (subject, picks, limit) => {
      const list = new Set(picks);
      list.delete(subject);
      const shown = new Set([subject, ...list]);
      if (list.size >= limit) return { places: [...list].slice(0, limit), least: Infinity };
      const found: { number: number; score: number }[] = [];
      eachScore('gather', subject, (number, score) => found.push({ number, score }));
      found.sort((a, b) => b.score - a.score || a.number - b.number);
      for (const { number, score } of found) {
        if ([...shown].some((other) => texts.product(number, other) >= sameStory)) continue;
        shown.add(number);
        list.add(number);
        if (list.size === limit) return { places: [...list], least: score };
      }
      return { places: [...list], least: 0 };
    },
    scoresOf: (subject, found) => {
      eachScore('gatherFor', subject, found);
    },
  };
};
