import { type Addresses, createAddresses } from '../addresses.ts';
import type { Copy } from '../copy/read.ts';
import { leafLength } from '../edition/leaves.ts';
import { sectionTree } from '../edition/section-tree.ts';
import { topicSlug } from '../edition/topic-slug.ts';
import { gatherTopics } from '../edition/topics.ts';
import { atom } from '../feeds/atom.ts';
import { rss } from '../feeds/rss.ts';
import { type Hosting, wordPressPermalinks } from '../schemas/hosting.ts';
import { topicKey } from '../schemas/topic.ts';

type Moved = [from: string, to: string];

/** How many stories WordPress lists on a page by default. */
const storiesPerPage = 10;

const furtherPages = (from: string, length: number, to: (leaf: number) => string): Moved[] =>
  Array.from({ length: Math.ceil(length / storiesPerPage) }, (_, n): Moved => {
    const leaf = Math.floor((n * storiesPerPage) / leafLength) + 1;
    return [`${from}page/${n + 1}/`, to(leaf)];
  }).slice(1);

const feeds = (from: string, list: string, { feedOf }: Addresses): Moved[] => [
  [`${from}feed/`, feedOf(list, rss.file)],
  [`${from}feed/rss2/`, feedOf(list, rss.file)],
  [`${from}feed/atom/`, feedOf(list, atom.file)],
];

/**
 * The WordPress addresses of everything in the paper: stories and their AMP pages, sections (categories), topics
 * (tags), authors, years, months and days, with feeds and further pages. Pictures in `wp-content/uploads/` are not
 * included.
 * @param copy the public copy
 * @returns pairs of old and new addresses, with the base path
 */
export const wordPressAddresses = (
  { articles, sections, authors, topics: described }: Copy,
  addresses: Addresses,
  { permalinks }: NonNullable<Hosting['wordPress']>,
): Moved[] => {
  const stories = articles.map(({ id, data }) => ({ ...data, id }));
  const tree = sectionTree(sections.map(({ id, data }) => ({ ...data, id })));
  const topics = gatherTopics(stories, described);
  const lengths = new Map(
    topics.all.map((topic) => [addresses.topic(topic.slug), topic.articles.length]),
  );
  const count = (list: string): void => void lengths.set(list, (lengths.get(list) ?? 0) + 1);
  for (const { section, authors: names } of stories) {
    for (const { id } of tree.wayTo(section)) count(addresses.section(id));
    for (const id of names) count(addresses.author(id));
  }

  const folder = (...names: string[]): string =>
    addresses.link(`/${names.map((name) => `${encodeURIComponent(name)}/`).join('')}`);
  const list = (from: string, to: string): Moved[] => [
    [from, to],
    ...feeds(from, to, addresses),
    ...furtherPages(from, lengths.get(to) ?? 0, (leaf) => addresses.leaf(to, leaf)),
  ];
  const tags = [
    ...topics.all.map(({ slug }): Moved => [slug, slug]),
    ...Object.entries(described).flatMap(([name, { synonyms }]) => {
      const slug = topics.named(name)?.slug;
      return synonyms.flatMap((synonym): Moved[] =>
        slug === undefined ? [] : [[topicSlug(topicKey(synonym)), slug]],
      );
    }),
  ];

  const shapes = permalinks.map(
    (name) => createAddresses('', addresses.base, wordPressPermalinks[name]).article,
  );
  const days = [...new Set(stories.map(({ published }) => published.slice(0, 10)))];
  return [
    ...stories.flatMap((story) => {
      const to = addresses.article(story);
      return [to, ...shapes.map((shape) => shape(story))].flatMap((from): Moved[] => [
        [from, to],
        [`${from}amp/`, to],
      ]);
    }),
    ...sections.flatMap(({ id }) => [
      ...list(folder('category', id), addresses.section(id)),
      ...list(folder('category', ...tree.wayTo(id).map((step) => step.id)), addresses.section(id)),
    ]),
    ...tags.flatMap(([tag, slug]) => list(folder('tag', tag), addresses.topic(slug))),
    ...authors.flatMap(({ id }) => list(addresses.author(id), addresses.author(id))),
    ...days.flatMap((day): Moved[] => {
      const [year = '', month = '', date = ''] = day.split('-');
      return [
        [folder(year), addresses.year(year)],
        [folder(year, month), addresses.month(`${year}-${month}`)],
        [folder(year, month, date), `${addresses.month(`${year}-${month}`)}#d${date}`],
      ];
    }),
    ...feeds(addresses.front, addresses.front, addresses),
    ...feeds(folder('comments'), addresses.front, addresses),
    ...furtherPages(addresses.front, stories.length, () => addresses.archive),
  ];
};
