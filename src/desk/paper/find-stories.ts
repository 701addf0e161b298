import type { StoryQuery, StoryRow } from './paper-model.ts';
import { folded, wordsAsked } from './search-words.ts';
import { stateOf, type Story } from './story.ts';

/** The names that readers see for ids: of a section and its authors. */
export type ShownNames = ReadonlyMap<string, string>;

/** Newest first. What has no moment needs somebody’s attention, and comes before. */
const newestFirst = (one: Story, other: Story): number =>
  (Number.isNaN(other.time) ? Infinity : other.time) -
    (Number.isNaN(one.time) ? Infinity : one.time) || (one.row.path < other.row.path ? -1 : 1);

/** The stories of a paper in the order of lists. */
export const inOrder = (stories: Iterable<Story>): Story[] => [...stories].sort(newestFirst);

const hasWords = (
  story: Story,
  words: readonly string[],
  names: { sections: ShownNames; authors: ShownNames },
): boolean => {
  const missing = words.filter((word) => !story.findable.includes(word));
  if (missing.length === 0) return true;
  const { section, authors } = story.row;
  const named = [names.sections.get(section), ...authors.map((id) => names.authors.get(id))];
  const shown = folded(named.join('\n'));
  return missing.every((word) => shown.includes(word));
};

/**
 * Finds the stories that a list shows.
 * @param stories all, in the order of lists
 * @param names what readers see for ids
 * @param now decides what is scheduled, in milliseconds since 1970
 */
export const findStories = (
  stories: readonly Story[],
  { words = '', state, section, author, from, to, offset = 0, limit }: StoryQuery,
  names: { sections: ShownNames; authors: ShownNames },
  now: number,
): { rows: StoryRow[]; total: number } => {
  const asked = wordsAsked(words);
  const found = stories.filter(
    (story) =>
      (section === undefined || story.row.section === section) &&
      (author === undefined || story.row.authors.includes(author)) &&
      (from === undefined || story.day >= from) &&
      (to === undefined || (story.day !== '' && story.day <= to)) &&
      (state === undefined || stateOf(story, now) === state) &&
      (asked.length === 0 || hasWords(story, asked, names)),
  );
  const shown = found.slice(offset, limit === undefined ? undefined : offset + limit);
  return {
    rows: shown.map((story) => ({ ...story.row, state: stateOf(story, now) })),
    total: found.length,
  };
};
