import { placesOf, type RankedStory } from './ranking.ts';
import type { Spread } from './term-weights.ts';

/** A story before and now, with its places; without one of them, it is new, or gone. */
export interface Change {
  before?: RankedStory & { place: number };
  now?: RankedStory & { place: number };
}

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

const isSame = (a: RankedStory, b: RankedStory): boolean =>
  a.text === b.text &&
  a.time === b.time &&
  a.section === b.section &&
  isSameList(a.topics, b.topics) &&
  isSameList(a.related, b.related);

/** The stories that have changed, come or gone between two editions. */
export const changesBetween = (
  before: readonly RankedStory[],
  now: readonly RankedStory[],
): Change[] => {
  const [placesBefore, placesNow] = [placesOf(before), placesOf(now)];
  const changes: Change[] = [];
  for (const [place, story] of now.entries()) {
    const placeBefore = placesBefore.get(story.id);
    const known = placeBefore === undefined ? undefined : before[placeBefore];
    if (placeBefore === undefined || !known) changes.push({ now: { ...story, place } });
    else if (!isSame(story, known)) {
      changes.push({ before: { ...known, place: placeBefore }, now: { ...story, place } });
    }
  }
  for (const [place, story] of before.entries()) {
    if (!placesNow.has(story.id)) changes.push({ before: { ...story, place } });
  }
  return changes;
};

/** By how much the number of stories with each term has changed. */
export const differencesIn = <Term>(
  changes: readonly Change[],
  termsOf: (story: RankedStory) => Iterable<Term>,
): ReadonlyMap<Term, number> => {
  const found = new Map<Term, number>();
  for (const { before, now } of changes) {
    for (const term of before ? termsOf(before) : []) found.set(term, (found.get(term) ?? 0) - 1);
    for (const term of now ? termsOf(now) : []) found.set(term, (found.get(term) ?? 0) + 1);
  }
  return found;
};

/** How many stories have each term after that. */
export const spreadAfter = <Term>(
  before: Spread<Term>,
  differences: ReadonlyMap<Term, number>,
): Spread<Term> => {
  const spread = new Map(before);
  for (const [term, difference] of differences) {
    const having = (spread.get(term) ?? 0) + difference;
    if (having > 0) spread.set(term, having);
    else spread.delete(term);
  }
  return spread;
};

/**
 * The terms that weigh something else after that.
 * @param step what the weight of a term depends on, of the number of stories that have it
 */
export const weighedAnew = <Term>(
  before: Spread<Term>,
  differences: ReadonlyMap<Term, number>,
  step: (having: number) => number,
): ReadonlySet<Term> =>
  new Set(
    [...differences].flatMap(([term, difference]) => {
      const having = before.get(term) ?? 0;
      return step(having) === step(having + difference) ? [] : [term];
    }),
  );
