import type { Addresses } from '../addresses.ts';
import type { Copy } from '../copy/read.ts';
import { listGroups } from '../edition/findable.ts';
import { leavesOf } from '../edition/leaves.ts';
import { sectionTree } from '../edition/section-tree.ts';
import { gatherTopics } from '../edition/topics.ts';
import { rootFiles } from '../feeds/root-files.ts';
import { hostFileNames } from '../hosts/host-files.ts';
import { iconNames } from '../metadata/icon-names.ts';
import { type FeedFormat, feedFormats } from '../schemas/feeds.ts';
import type { Publication } from '../schemas/publication.ts';

const formats = Object.keys(feedFormats) as FeedFormat[];

/**
 * The addresses that the paper gives out by itself, and what has them: first those that are always taken, then those
 * that follow from the copy (held-back articles included, so that a clash is told before their moment comes).
 * @param publication undefined where it is broken
 * @param moment the edition's
 */
export const ownAddresses = (
  copy: Copy,
  addresses: Addresses,
  publication: Publication | undefined,
  moment: Date,
): [address: string, owner: string][] => {
  const always: [string, string][] = [
    [addresses.front, 'the front page'],
    ...formats.map((format): [string, string] => [
      addresses.feedOf(addresses.front, format),
      'the feed',
    ]),
    [addresses.feeds, 'the page of feeds'],
    [addresses.opml, 'the list of feeds'],
    [addresses.notFound, 'the page for addresses that lead nowhere'],
    [addresses.page('404'), 'the page for addresses that lead nowhere'],
    [addresses.page('_astro'), 'the pictures'],
    [addresses.page('cards'), 'the social cards'],
    [addresses.page('author'), 'the authors'],
    [addresses.topics, 'the list of topics'],
    [addresses.page('topic'), 'the topics'],
    [addresses.archive, 'the archive'],
    [addresses.page('search'), 'the search'],
    [addresses.page('text'), 'the text edition'],
    [addresses.worker, 'the service worker'],
    [addresses.offline, 'the page for readers who are offline'],
    [addresses.corrections, 'the list of corrections'],
    [addresses.feedOf(addresses.corrections), 'the feed of corrections'],
    [addresses.sitemap, 'the sitemaps'],
    [addresses.newsSitemap, 'the sitemap of news'],
    [addresses.page('.well-known'), 'the folder that standards have reserved (RFC 8615)'],
  ];
  const articles = copy.articles.map(({ id, data }) => ({ ...data, id }));
  const { wayTo } = sectionTree(copy.sections.map(({ id, data }) => ({ ...data, id })));
  const counts = new Map<string, number>();
  const count = (list: string): void => void counts.set(list, (counts.get(list) ?? 0) + 1);
  for (const { section, authors } of articles) {
    for (const { id } of wayTo(section)) count(addresses.section(id));
    for (const id of authors) count(addresses.author(id));
  }
  const topics = gatherTopics(articles, copy.topics).all.map(
    ({ slug, articles: { length } }): [string, number] => [addresses.topic(slug), length],
  );
  const lists = [
    ...copy.sections.map(({ id }) => addresses.section(id)),
    ...copy.authors.map(({ id }) => addresses.author(id)),
  ].map((list): [string, number] => [list, counts.get(list) ?? 0]);
  const furtherPages = [...lists, ...topics].flatMap(([list, length]) => [
    ...formats.map((format) => addresses.feedOf(list, format)),
    ...leavesOf(Array.from({ length }))
      .slice(1)
      .map(({ number }) => addresses.leaf(list, number)),
  ]);
  const filesBeside = [
    ...Object.values(iconNames),
    ...(publication ? rootFiles(publication, addresses, moment).keys() : []),
    ...hostFileNames(publication?.hosting.hosts),
  ];
  const months = articles.map(({ published }) => published.slice(0, 7));
  return [
    ...always,
    ...filesBeside.map((name): [string, string] => [
      addresses.file(name),
      'the file that the paper makes itself',
    ]),
    ...[...listGroups, ...months].map((group): [string, string] => [
      addresses.sitemapPart(group),
      'the sitemaps',
    ]),
    ...topics.map(([address]): [string, string] => [address, 'a topic']),
    ...furtherPages.map((address): [string, string] => [address, 'a list of stories']),
    ...months.flatMap((month): [string, string][] => [
      [addresses.year(month.slice(0, 4)), 'the archive'],
      [addresses.month(month), 'the archive'],
    ]),
  ];
};

/** Every address at which something is printed of a copy: what the paper prints by itself, and every entry. */
export const printedAddresses = (
  copy: Copy,
  addresses: Addresses,
  publication: Publication | undefined,
  moment: Date,
): string[] => {
  const sections = copy.sections.map(({ id }) => addresses.section(id));
  const articles = copy.articles.map(({ id, data }) => addresses.article({ ...data, id }));
  return [
    ...ownAddresses(copy, addresses, publication, moment).map(([address]) => address),
    ...sections,
    ...articles,
    ...copy.pages.map(({ id }) => addresses.page(id)),
    ...copy.authors.map(({ id }) => addresses.author(id)),
    ...[addresses.front, ...sections, ...articles].map(addresses.text),
  ];
};
