import { join } from 'node:path';
import { listsIn, type RankedStory, type Ranking } from '../edition/ranking.ts';
import { inOne, vectorAt, type Vectors } from '../edition/vectors.ts';
import { readCoded, writeCoded } from '../kept.ts';

/** A ranking as it is kept: a few long lists are read sooner than many short ones. */
interface KeptRanking {
  stories: { [Field in keyof RankedStory]: RankedStory[Field][] };
  spread: { terms: Int32Array; having: Uint32Array };
  texts: Vectors;
  lists: { starts: Uint32Array; places: Uint32Array; least: Float64Array };
  limit: number;
}

const placeIn = (cacheDir: string): string => join(cacheDir, 'ranking');

/**
 * Keeps a ranking for the next build.
 * @param code a digest of the code that made it
 */
export const keepRanking = (cacheDir: string, code: string, ranking: Ranking): void => {
  const { stories, spread, texts, lists, limit } = ranking;
  const { starts, places } = listsIn(ranking);
  const kept: KeptRanking = {
    stories: {
      id: stories.map(({ id }) => id),
      section: stories.map(({ section }) => section),
      time: stories.map(({ time }) => time),
      topics: stories.map(({ topics }) => topics),
      related: stories.map(({ related }) => related),
      text: stories.map(({ text }) => text),
    },
    spread: { terms: Int32Array.from(spread.keys()), having: Uint32Array.from(spread.values()) },
    texts: inOne(texts),
    lists: {
      starts,
      places,
      least: Float64Array.from(lists, ({ least }) => least),
    },
    limit,
  };
  writeCoded(placeIn(cacheDir), code, kept);
};

/** What the last build kept; undefined if it is damaged, or was made by other code. */
export const readRanking = (cacheDir: string, code: string): Ranking | undefined => {
  const kept = readCoded(placeIn(cacheDir), code) as KeptRanking | undefined;
  if (!kept) return undefined;
  const { stories, spread, texts, lists, limit } = kept;
  return {
    stories: stories.id.map((id, n) => ({
      id,
      section: stories.section[n] ?? '',
      time: stories.time[n] ?? 0,
      topics: stories.topics[n] ?? [],
      related: stories.related[n] ?? [],
      text: stories.text[n] ?? '',
    })),
    spread: new Map(Array.from(spread.terms, (term, n) => [term, spread.having[n] ?? 0])),
    texts: stories.id.map((_, n) => vectorAt(texts, n)),
    lists: stories.id.map((_, n) => ({
      places: [...lists.places.subarray(lists.starts[n], lists.starts[n + 1])],
      least: lists.least[n] ?? 0,
    })),
    limit,
  };
};
