import type { Addresses } from '../addresses.ts';
import type { Article } from '../edition/article.ts';
import type { FeedFormat } from '../feeds/format.ts';
import type { Words } from '../language/words.ts';
import type { FeedLink } from '../metadata/head.ts';
import type { List } from './registry.ts';

/** A link to one of a list's feeds, with the name of its format. */
export type ListFeedLink = FeedLink & { format: string };

/** Links to the feeds of a list, one for each format. */
export const feedLinksOf = <A extends Article>(
  { definition: { feeds }, title, path }: List<A>,
  addresses: Pick<Addresses, 'feedOf'>,
  words: Words,
): ListFeedLink[] =>
  (feeds?.formats ?? []).map(({ file, type, name }) => ({
    title: feeds?.shownAs?.(title, words) ?? words.feedOf(title, name),
    path: addresses.feedOf(path, file),
    type,
    format: name,
  }));

/** A list that nobody can follow. */
export const withoutFeeds = <A extends Article>(list: List<A>): List<A> => ({
  ...list,
  definition: { ...list.definition, feeds: undefined },
});

/** The lists with a feed in one format. */
export const listsWithFeed = <A extends Article>(
  lists: readonly List<A>[],
  format: FeedFormat,
): List<A>[] => lists.filter(({ definition }) => definition.feeds?.formats.includes(format));

/** A heading on the page of all feeds, and the lists below it. */
export interface FeedGroup<A extends Article> {
  heading: string;
  /** Whether those with the most stories come first. */
  mostFirst: boolean;
  lists: List<A>[];
}

/** Every list with feeds, grouped as on the page of all feeds. */
export const feedGroups = <A extends Article>(
  lists: readonly List<A>[],
  words: Words,
): FeedGroup<A>[] => {
  const followed = lists.filter(({ definition }) => definition.feeds);
  const groups = Map.groupBy(followed, ({ definition }) => definition.feeds?.heading(words) ?? '');
  return [...groups].map(([heading, group]) => {
    const mostFirst = group.some(({ definition }) => definition.feeds?.mostStoriesFirst);
    return {
      heading,
      mostFirst,
      lists: mostFirst ? group.toSorted((a, b) => b.stories.length - a.stories.length) : group,
    };
  });
};
