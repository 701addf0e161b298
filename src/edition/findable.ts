import type { Addresses } from '../addresses.ts';
import type { Article } from './article.ts';
import { changedAt, latest } from './changed.ts';
import type { Edition } from './edition.ts';
import type { Front } from './front.ts';
import { leavesOf } from './leaves.ts';

/** A page that search engines may show. */
export interface FindablePage<A> {
  /** Its address, with the base path. */
  path: string;
  /** When it last changed, ISO 8601 with offset; undefined where nobody has written that down. */
  changed: string | undefined;
  /** The story, where it is the page of one. */
  story?: A;
}

/** The groups of pages that are no stories. */
export const listGroups = ['pages', 'sections', 'authors', 'topics'] as const;

/**
 * The pages that search engines may show: the one rule that the head (canonical, robots) and the sitemaps go by.
 *
 * - To be found, each under its own address: the front page, stories, pages, every page of a list that has stories
 *   (a further page lists other stories than the first, so it repeats nothing), the topics, the archive with its
 *   years and months, the corrections, the feeds.
 * - Not to be found, and without a canonical address: the search, 404, the page for who is offline, a list without stories.
 * - The text-only edition repeats the paper: its stories name the full ones as canonical, its lists are not to be
 *   found (`metadata/text-head.ts`). Former addresses lead on and are not to be found either.
 *
 * A list has changed when one of its stories has, and on every page of it when it got a new one, which moves all others.
 * @param front the front page as it is laid out
 * @returns the pages in groups: those of `listGroups`, then the stories by month (`2025-02`), the oldest first, so that
 *   a new one is added at the end
 */
export const findablePages = <A extends Article>(
  edition: Edition<A>,
  addresses: Addresses,
  front: Front<A>,
): Map<string, FindablePage<A>[]> => {
  const { articles, moment } = edition;
  const changes = new Map(articles.map((article) => [article, changedAt(article, moment)]));
  const newest = (stories: readonly A[]): string | undefined =>
    latest(stories.map((story) => changes.get(story)));

  const list = (path: string, stories: readonly A[]): FindablePage<A>[] =>
    stories.length === 0
      ? []
      : leavesOf(stories).map((leaf) => ({
          path: addresses.leaf(path, leaf.number),
          changed: latest([stories[0]?.published, newest(leaf.articles)]),
        }));
  const index = (path: string, stories: readonly A[]): FindablePage<A>[] =>
    stories.length === 0 ? [] : [{ path, changed: newest(stories) }];

  const onFront = [
    ...(front.lead ? [front.lead] : []),
    ...front.secondaries,
    ...front.blocks.flatMap((block) => block.articles),
    ...front.mustRead,
  ];
  const months = edition.months();
  const years = Map.groupBy(months, (month) => month.slice(0, 4));
  const corrected = edition
    .corrections()
    .find(({ date }) => Date.parse(date) <= moment.getTime())?.date;

  const lists: Record<(typeof listGroups)[number], FindablePage<A>[]> = {
    pages: [
      { path: addresses.front, changed: newest(onFront) },
      ...edition.pages.map(({ id }) => ({ path: addresses.page(id), changed: undefined })),
      ...index(
        addresses.topics,
        edition.topics.all.flatMap((topic) => topic.articles),
      ),
      { path: addresses.corrections, changed: corrected },
      { path: addresses.feeds, changed: undefined },
      ...index(addresses.archive, articles),
      ...[...years].flatMap(([year, parts]) =>
        index(addresses.year(year), parts.flatMap(edition.inMonth)),
      ),
      ...months.flatMap((month) => index(addresses.month(month), edition.inMonth(month))),
    ],
    sections: edition.sections.flatMap(({ id }) =>
      list(addresses.section(id), edition.inSection(id)),
    ),
    authors: edition.authors.flatMap(({ id }) => list(addresses.author(id), edition.byAuthor(id))),
    topics: edition.topics.all.flatMap(({ slug, articles: stories }) =>
      list(addresses.topic(slug), stories),
    ),
  };
  return new Map<string, FindablePage<A>[]>([
    ...listGroups.map((name): [string, FindablePage<A>[]] => [name, lists[name]]),
    ...months.toReversed().map((month): [string, FindablePage<A>[]] => [
      month,
      edition
        .inMonth(month)
        .toReversed()
        .map((story) => ({
          path: addresses.article(story),
          changed: changes.get(story),
          story,
        })),
    ]),
  ]);
};
