import type { Change } from './changed-stories.ts';
import { newestThenId } from './likeness.ts';
import { type LikenessIndex, lowerBound } from './likeness-index.ts';
import type { LikenessScores } from './likeness-scores.ts';
import type { RankedStory, Ranking } from './ranking.ts';
import type { Vector } from './vectors.ts';

/** The stories of now, with what their likeness is worked out from. */
export interface RankedNow {
  stories: readonly RankedStory[];
  texts: readonly Vector[];
  scores: LikenessScores;
  /** The numbers of topics that there were or are. */
  topicNumbers: ReadonlyMap<string, number>;
  /** Where each story was before. */
  placesBefore: ReadonlyMap<string, number>;
  places: ReadonlyMap<string, number>;
}

/** The place that a story of before would have among those of now. */
const placeAmong = (stories: readonly RankedStory[], story: RankedStory): number => {
  let [low, high] = [0, stories.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = stories[middle];
    if (other && newestThenId(other, story) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The terms of one text that the other has not, or those of both. */
const termsApart = (
  a: Iterable<number>,
  b: Iterable<number>,
  isMoved: boolean,
): ReadonlySet<number> =>
  isMoved ? new Set([...a, ...b]) : new Set(a).symmetricDifference(new Set(b));

/**
 * Marks the stories to which others may be near now, because one came to a term, left it, or moved: all that are within reach of
 * it, of a term with too many holders for all of them to be near each other.
 */
const markNeighbours = (
  marks: Uint8Array,
  index: LikenessIndex,
  term: number,
  places: readonly number[],
  changes: number,
): void => {
  const holders = index.holdersOf(term);
  if (holders.length + changes <= index.reach) return;
  const far = index.reach + changes;
  for (const place of places) {
    const own = lowerBound(holders, place);
    for (const holder of holders.subarray(Math.max(0, own - far), own + far + 1)) marks[holder] = 1;
  }
};

/** Marks the stories that have changed, or whose lists name one that has. */
const markNaming = (
  marks: Uint8Array,
  before: Ranking,
  changes: readonly Change[],
  { stories, places }: RankedNow,
): void => {
  const hasChanged = new Uint8Array(before.stories.length);
  const come = new Set<string>();
  for (const { before: old, now } of changes) {
    if (now) marks[now.place] = 1;
    if (old) hasChanged[old.place] = 1;
    else if (now) come.add(now.id);
  }
  for (const [place, { places: named }] of before.lists.entries()) {
    if (!named.some((other) => hasChanged[other] === 1)) continue;
    const now = places.get(before.stories[place]?.id ?? '');
    if (now !== undefined) marks[now] = 1;
  }
  // An editor may have picked a story before it was there.
  for (const [place, { related }] of stories.entries()) {
    if (related.some((pick) => come.has(pick))) marks[place] = 1;
  }
};

/**
 * Finds the stories whose lists may be others than before: too many rather than too few.
 * @param changes the stories that have changed, come or gone, and those whose vectors have changed
 * @returns 1 for each of them, by its place
 */
export const listsToMake = (
  before: Ranking,
  changes: readonly Change[],
  paper: RankedNow,
): Uint8Array => {
  const { stories, texts, scores, topicNumbers, placesBefore } = paper;
  const marks = new Uint8Array(stories.length);
  markNaming(marks, before, changes, paper);

  const topicsOf = (story?: RankedStory): Int32Array =>
    Int32Array.from(story?.topics ?? [], (topic) => topicNumbers.get(topic) ?? 0);
  for (const { before: old, now } of changes) {
    const isMoved = !old || !now || old.time !== now.time;
    const around = [now?.place, old && placeAmong(stories, old)].filter(
      (place) => place !== undefined,
    );
    const [oldText, newText] = [old && before.texts[old.place], now && texts[now.place]];
    for (const term of termsApart(oldText?.terms ?? [], newText?.terms ?? [], isMoved)) {
      markNeighbours(marks, scores.texts, term, around, changes.length);
    }
    for (const term of termsApart(topicsOf(old), topicsOf(now), isMoved)) {
      markNeighbours(marks, scores.topics, term, around, changes.length);
    }
  }

  for (const { now } of changes) {
    if (!now) continue;
    scores.scoresOf(now.place, (other, score) => {
      const list = before.lists[placesBefore.get(stories[other]?.id ?? '') ?? -1];
      if (score >= (list?.least ?? 0)) marks[other] = 1;
    });
  }
  return marks;
};
