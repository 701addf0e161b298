import type { Addresses } from '../addresses.ts';
import { type Article, newestFirst } from '../edition/article.ts';
import { changedAt, latest } from '../edition/changed.ts';
import type { Edition } from '../edition/edition.ts';
import type { Front } from '../edition/front.ts';
import { leavesOf } from '../edition/leaves.ts';
import type { List } from './registry.ts';

/** A page that search engines may show. */
export interface FindablePage<A> {
  /** Its address, with the base path. */
  path: string;
  /** When it last changed, ISO 8601 with offset; undefined if that is not recorded. */
  changed: string | undefined;
  /** The story, if it is the page of one. */
  story?: A;
}

/** What decides which pages search engines may show. */
export interface FindableMaterial<A extends Article> {
  edition: Edition<A>;
  lists: readonly List<A>[];
  /** The front page as it is laid out. */
  front: Front<A>;
  addresses: Addresses;
  /** Whether there is a page of picture credits. */
  credits?: boolean;
}

/**
 * The pages that search engines may show. The head (canonical, robots) and the sitemaps both follow this rule.
 *
 * - Shown, each under its own address: the front page, stories, standing pages, every page of a list with stories (later
 *   pages list other stories than the first, so they repeat nothing), the indexes of topics and the archive, the
 *   corrections, the picture credits, the page of feeds. Withdrawn stories too: it must be found that their words are gone.
 * - Not shown, and without a canonical address: what a story said before it was changed, the search page, the 404 page, the
 *   offline page, a list without stories.
 * - The text edition repeats the paper: its stories name the full ones as canonical, its lists are not shown
 *   (`metadata/text-head.ts`). Former addresses redirect and are not shown either.
 *
 * A page of a list has changed when one of its stories has, or when the list got a new story, which moves all others.
 * @returns the pages by sitemap: those of lists and of the paper itself, then the stories by month (`2025-02`), the
 *   oldest first, so that a new one is added at the end
 */
export const findablePages = <A extends Article>({
  edition,
  lists,
  front,
  addresses,
  credits = false,
}: FindableMaterial<A>): Map<string, FindablePage<A>[]> => {
  const { articles, withdrawn, moment } = edition;
  const all = [...articles, ...withdrawn];
  // With its time: each story is in a dozen lists.
  const changes = new Map(
    all.map((article) => {
      const at = changedAt(article, moment);
      return [article, { at, time: Date.parse(at) }];
    }),
  );
  const newest = (stories: readonly A[]): string | undefined => {
    let last: { at: string; time: number } | undefined;
    for (const story of stories) {
      const change = changes.get(story);
      if (change && (!last || change.time > last.time)) last = change;
    }
    return last?.at;
  };
  const index = (path: string, stories: readonly A[]): FindablePage<A>[] =>
    stories.length === 0 ? [] : [{ path, changed: newest(stories) }];

  const onFront = [
    ...(front.lead ? [front.lead] : []),
    ...front.leadRelated,
    ...front.secondaries,
    ...front.latest,
    ...front.strip,
    ...front.blocks.flatMap((block) => block.articles),
    ...front.mustRead,
  ];
  const corrected = edition
    .changes()
    .find(({ date }) => Date.parse(date) <= moment.getTime())?.date;
  const changedOn = ({ kind, stories }: List<A>): string | undefined => {
    if (kind === 'paper') return newest(onFront);
    return kind === 'corrections' ? corrected : newest(stories);
  };
  const pagesOf = (list: List<A>): FindablePage<A>[] => {
    const { path, stories, inOrder = stories, definition } = list;
    if (stories.length === 0 && !definition.findableWhenEmpty) return [];
    if (definition.page === 'own') return [{ path, changed: changedOn(list) }];
    return leavesOf(inOrder).map((leaf) => ({
      path: addresses.leaf(path, leaf.number),
      changed: latest([stories[0]?.published, newest(leaf.articles)]),
    }));
  };

  const groups = new Map(
    [...Map.groupBy(lists, ({ definition }) => definition.sitemap)].map(([sitemap, group]) => [
      sitemap,
      group.flatMap(pagesOf),
    ]),
  );
  groups.set('pages', [
    ...(groups.get('pages') ?? []),
    ...edition.pages.map(({ id }) => ({ path: addresses.page(id), changed: undefined })),
    ...index(
      addresses.topics,
      edition.topics.all.flatMap((topic) => topic.articles),
    ),
    ...index(addresses.archive, articles),
    ...(credits ? index(addresses.credits, articles) : []),
    { path: addresses.feeds, changed: undefined },
  ]);
  const oldestFirst = all.toSorted(newestFirst).reverse();
  const months = Map.groupBy(oldestFirst, ({ published }) => published.slice(0, 7));
  for (const [month, stories] of [...months].sort(([a], [b]) => (a < b ? -1 : 1))) {
    groups.set(
      month,
      stories.map((story) => ({
        path: addresses.article(story),
        changed: changes.get(story)?.at,
        story,
      })),
    );
  }
  return groups;
};
