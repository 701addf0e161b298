import type { CountedTerms } from './counted-terms.ts';
import {
  type ComparedStory,
  inOrder,
  type LikenessDocument,
  scoresOf,
  vectorsOf,
} from './likeness.ts';
import type { ScoredList } from './likeness-scores.ts';
import { type Spread, spreadOf } from './term-weights.ts';
import type { Vector } from './vectors.ts';

/** A story whose related stories are listed: with the editor's picks, and the digest of its words. */
export type Ranked = LikenessDocument & { related: readonly string[]; text: string };

/** A story as it was ranked. Where all of it is the same, so is what was ranked. */
export interface RankedStory extends ComparedStory {
  /** The editor's picks. */
  related: readonly string[];
  /** The digest of its words. */
  text: string;
}

/** The related stories of all stories, and what it takes to list them anew when some have changed. */
export interface Ranking {
  /** Newest first. */
  stories: readonly RankedStory[];
  /** How many of them have each word. */
  spread: Spread<number>;
  /** The vectors of their words, in the same order, as all other lists. */
  texts: readonly Vector[];
  /** Their related stories, best first, by their places. */
  lists: readonly ScoredList[];
  /** How many stories a list has at most. */
  limit: number;
}

/** The counted words of a text, by its digest. */
export type Words = (text: string) => CountedTerms;

/** Puts stories in order. */
export const rankedStories = (documents: readonly Ranked[]): RankedStory[] =>
  inOrder(documents).map(({ document: { related, text }, id, section, time, topics }) => ({
    ...{ id, section, time, topics, related, text },
  }));

/** The place of each story. */
export const placesOf = (stories: readonly RankedStory[]): ReadonlyMap<string, number> =>
  new Map(stories.map(({ id }, place) => [id, place]));

/** The places of a story's picks, of those that are there. */
export const picksOf = ({ related }: RankedStory, places: ReadonlyMap<string, number>): number[] =>
  related.flatMap((pick) => places.get(pick) ?? []);

/**
 * Lists the related stories of all stories, as {@link createLikeness} does for one.
 * @param limit how many a list has at most
 * @param reach how many of the stories with a word are compared with each other at most
 */
export const rankAll = (
  documents: readonly Ranked[],
  words: Words,
  limit: number,
  reach?: number,
): Ranking => {
  const stories = rankedStories(documents);
  const counted = stories.map(({ text }) => words(text));
  const spread = spreadOf(counted.map(({ terms }) => terms));
  const texts = vectorsOf(counted, spread);
  const { listFor } = scoresOf(stories, texts, { reach });
  const places = placesOf(stories);
  return {
    ...{ stories, spread, texts, limit },
    lists: stories.map((story, place) => listFor(place, picksOf(story, places), limit)),
  };
};

/** The related stories of every story, by places among the ids: those of story `n` begin at `starts[n]`. */
export interface RelatedLists {
  ids: readonly string[];
  starts: Uint32Array;
  places: Uint32Array;
  /** How many stories a list has at most. */
  limit: number;
}

/** Lists of a paper without stories. */
export const noLists: RelatedLists = {
  ids: [],
  starts: new Uint32Array(1),
  places: new Uint32Array(0),
  limit: 0,
};

/** The lists alone, in a form that is soon passed on. */
export const listsIn = ({ stories, lists, limit }: Ranking): RelatedLists => {
  const starts = new Uint32Array(lists.length + 1);
  for (const [n, { places }] of lists.entries()) starts[n + 1] = (starts[n] ?? 0) + places.length;
  return {
    ids: stories.map(({ id }) => id),
    starts,
    places: Uint32Array.from(lists.flatMap(({ places }) => places)),
    limit,
  };
};
