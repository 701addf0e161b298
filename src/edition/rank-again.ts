import {
  type Change,
  changesBetween,
  differencesIn,
  spreadAfter,
  weighedAnew,
} from './changed-stories.ts';
import { scoresOf, topicNumbers } from './likeness.ts';
import { listsToMake } from './lists-to-make.ts';
import {
  picksOf,
  placesOf,
  rankAll,
  type Ranked,
  rankedStories,
  type RankedStory,
  type Ranking,
  type Words,
} from './ranking.ts';
import { stepped } from './stepped.ts';
import { createTextWeigher, othersOn, type Spread, spreadOf } from './term-weights.ts';
import { isSameVector, type Vector } from './vectors.ts';

/** If a larger share of all stories has changed, everything is ranked. */
const mostChanged = 0.2;

/** Makes a function that says whether a text has one of some words. */
const holderOf = (words: ReadonlySet<number>): ((terms: Int32Array) => boolean) => {
  // Most words are ruled out by their last bits, in a fraction of the time.
  const mask = 0xff_ff;
  const marks = new Uint8Array(mask + 1);
  for (const word of words) marks[word & mask] = 1;
  return (terms) => {
    for (const term of terms) if (marks[term & mask] === 1 && words.has(term)) return true;
    return false;
  };
};

/** Weighs the words of stories that have changed, and of those that have a word which weighs something else now. */
const weighAgain = (
  before: Ranking,
  stories: readonly RankedStory[],
  placesBefore: ReadonlyMap<string, number>,
  changes: readonly Change[],
  words: Words,
): { spread: Spread<number>; texts: Vector[] } => {
  const termsOf = ({ text }: RankedStory): Int32Array => words(text).terms;
  const differences = differencesIn(changes, termsOf);
  const spread = spreadAfter(before.spread, differences);
  const hasNewWeight = holderOf(weighedAnew(before.spread, differences, stepped));
  const weigh = createTextWeigher(spread, stories.length);
  const texts = stories.map((story) => {
    const place = placesBefore.get(story.id) ?? -1;
    const known = before.texts[place];
    const isSameText = known && before.stories[place]?.text === story.text;
    if (isSameText && !hasNewWeight(termsOf(story))) return known;
    const vector = weigh(words(story.text));
    return known && isSameVector(known, vector) ? known : vector;
  });
  return { spread, texts };
};

/** The stories that are themselves as they were, but whose vectors have changed. */
const changedByOthers = (
  before: Ranking,
  stories: readonly RankedStory[],
  texts: readonly Vector[],
  placesBefore: ReadonlyMap<string, number>,
  changes: readonly Change[],
): Change[] => {
  const spread = spreadOf(before.stories.map(({ topics }) => topics));
  const newTopics = weighedAnew(
    spread,
    differencesIn(changes, ({ topics }) => topics),
    othersOn,
  );
  const hasChanged = new Set(changes.map(({ now }) => now?.id));
  return stories.flatMap((story, place) => {
    const placeBefore = placesBefore.get(story.id) ?? -1;
    const old = before.stories[placeBefore];
    if (!old || hasChanged.has(story.id)) return [];
    const isSame =
      texts[place] === before.texts[placeBefore] &&
      !story.topics.some((topic) => newTopics.has(topic));
    return isSame ? [] : [{ before: { ...old, place: placeBefore }, now: { ...story, place } }];
  });
};

/**
 * Ranks again after some stories have changed, gone or come: the same as {@link rankAll} of all of them, for less work. A word
 * weighs the same until the number of stories that have it reaches another step. So only few vectors change with a story, and
 * only those lists are made again that name a story whose vector has changed, might name it now, or might name another
 * because of it.
 * @param words answers for the texts of before, too
 * @param limit as for {@link rankAll}
 * @param reach the same as before
 */
export const rankAgain = (
  before: Ranking,
  documents: readonly Ranked[],
  words: Words,
  limit: number,
  reach?: number,
): Ranking => {
  const stories = rankedStories(documents);
  const all = (): Ranking => rankAll(documents, words, limit, reach);
  if (limit !== before.limit) return all();
  if (stepped(stories.length) !== stepped(before.stories.length)) return all();
  const own = changesBetween(before.stories, stories);
  if (own.length === 0) return before;
  if (own.length > mostChanged * stories.length) return all();

  const placesBefore = placesOf(before.stories);
  const { spread, texts } = weighAgain(before, stories, placesBefore, own, words);
  const changes = [...own, ...changedByOthers(before, stories, texts, placesBefore, own)];
  if (changes.length > mostChanged * stories.length) return all();

  const numbers = topicNumbers([...before.stories, ...stories]);
  const places = placesOf(stories);
  const scores = scoresOf(stories, texts, { numbers, reach });
  const now = { stories, texts, scores, topicNumbers: numbers, placesBefore, places };
  const toMake = listsToMake(before, changes, now);
  const movedTo = Int32Array.from(before.stories, ({ id }) => places.get(id) ?? -1);
  return {
    ...{ stories, spread, texts, limit },
    lists: stories.map((story, place) => {
      const known = before.lists[placesBefore.get(story.id) ?? -1];
      return known && toMake[place] === 0
        ? { places: known.places.map((other) => movedTo[other] ?? -1), least: known.least }
        : scores.listFor(place, picksOf(story, places), limit);
    }),
  };
};
