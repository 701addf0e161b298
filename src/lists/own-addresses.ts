import { addressed, type Addresses } from '../addresses.ts';
import { assetsFolder } from '../astro/printed-files.ts';
import type { Copy } from '../copy/read.ts';
import type { Article } from '../edition/article.ts';
import { createCatalogue } from '../edition/catalogue.ts';
import { leavesOf } from '../edition/leaves.ts';
import { rootFileWriters } from '../feeds/root-files.ts';
import { hostFileNames } from '../hosts/host-file-names.ts';
import { almanacFor } from '../language/almanac.ts';
import { wordsFor } from '../language/words.ts';
import { iconNames } from '../metadata/icon-names.ts';
import type { Publication } from '../schemas/publication.ts';
import { type List, listDefinitions, listsOf } from './registry.ts';

/** An address, and what occupies it, as a mistake names it. */
type Owned = [address: string, owner: string];

/** What the pages of changes are called in a mistake. The versions below them are known only to a build. */
export const changesOwner = 'the changes of a story';

/** What decides which addresses the paper itself occupies. */
export interface AddressMaterial {
  /** All copy, or the copy of one edition. */
  copy: Copy;
  addresses: Addresses;
  /** Undefined if its file is invalid. */
  publication: Publication | undefined;
  /** The edition's moment. */
  moment: Date;
}

const listsIn = ({ copy, addresses, publication }: AddressMaterial): List<Article>[] => {
  const language = publication?.language ?? 'en';
  return listsOf({
    catalogue: createCatalogue({
      // No list has another address for the text of a story, and that may not be read yet.
      articles: copy.articles.map(({ id, data }) => ({ ...data, id, body: '' })),
      sections: copy.sections.map(({ id, data }) => ({ ...data, id })),
      authors: copy.authors.map(({ id, data }) => ({ ...data, id })),
      topics: copy.topics,
      series: copy.series,
    }),
    addresses,
    words: wordsFor(language),
    almanac: almanacFor(language),
    paper: { name: publication?.name ?? '', tagline: publication?.tagline ?? '' },
  });
};

/** The addresses of lists and their feeds, without a list's first page if that belongs to a file of copy. */
export const listAddresses = (lists: readonly List<Article>[], addresses: Addresses): Owned[] =>
  lists.flatMap(({ path, stories, definition: { owner, page, feeds } }): Owned[] => [
    ...(owner === undefined ? [] : [[path, owner] satisfies Owned]),
    ...(page !== 'own' ? leavesOf(stories).slice(1) : []).map(({ number }): Owned => [
      addresses.leaf(path, number),
      'a list of stories',
    ]),
    ...(feeds?.formats ?? []).map(({ file }): Owned => [
      addresses.feedOf(path, file),
      feeds?.owner ?? 'a list of stories',
    ]),
  ]);

const sitemapGroups = (lists: readonly List<Article>[]): string[] => [
  ...Object.values(listDefinitions).map(({ sitemap }) => sitemap),
  ...lists.filter(({ kind }) => kind === 'month').map(({ id }) => id),
];

const ownedBy = (lists: readonly List<Article>[], material: AddressMaterial): Owned[] => {
  const { copy, addresses, publication, moment } = material;
  const filesBeside = [
    ...Object.values(iconNames),
    ...(publication ? rootFileWriters(publication, addresses, moment).keys() : []),
    ...hostFileNames(publication?.hosting.hosts),
  ];
  return [
    [addresses.feeds, 'the page of feeds'],
    [addresses.opml, 'the OPML list of feeds'],
    [addresses.notFound, 'the 404 page'],
    [addresses.page('404'), 'the 404 page'],
    [addresses.page(assetsFolder), 'the pictures'],
    [addresses.page('cards'), 'the social cards'],
    [addresses.page('search'), 'the search page'],
    [addresses.saved, 'the page of saved stories'],
    [addresses.page('text'), 'the text edition'],
    [addresses.worker, 'the service worker'],
    [addresses.offline, 'the offline page'],
    [addresses.sitemap, 'the sitemaps'],
    [addresses.newsSitemap, 'the news sitemap'],
    ...(publication?.credits
      ? [[addresses.credits, 'the page of picture credits'] satisfies Owned]
      : []),
    ...(publication?.desk === undefined
      ? []
      : [[addresses.page('desk'), 'the desk'] satisfies Owned]),
    ...(publication === undefined || publication.record === 'none'
      ? []
      : copy.articles.flatMap((story): Owned[] => [
          [addresses.changes(addressed(story)), changesOwner],
          [addresses.timemap(addressed(story)), 'the versions of a story'],
        ])),
    ...copy.articles
      .filter(({ data }) => data.state)
      .map((story): Owned => [addresses.live(addressed(story)), 'the entries of a live story']),
    ...(publication?.rights?.republish === undefined ? [] : copy.articles)
      .filter(({ data }) => data.republish)
      .map((story): Owned => [
        addresses.republish(addressed(story)),
        'the page of a story that others may publish',
      ]),
    [addresses.page('.well-known'), 'the folder reserved for well-known files (RFC 8615)'],
    ...Object.values(listDefinitions).flatMap(
      (definition: { reserved?: (of: Addresses) => Owned[] }) =>
        definition.reserved?.(addresses) ?? [],
    ),
    ...filesBeside.map((name): Owned => [
      addresses.file(name),
      'a file that the build writes itself',
    ]),
    ...sitemapGroups(lists).map((group): Owned => [addresses.sitemapPart(group), 'the sitemaps']),
    ...listAddresses(lists, addresses),
  ];
};

/** What the paper itself occupies, which takes a while to find out in a large one. */
export interface OwnPlaces {
  lists: readonly List<Article>[];
  /**
   * Its addresses, and what is there: first those that are always taken, then those that follow from the copy (scheduled
   * articles included, so that a clash is reported before they are published).
   */
  owned: Owned[];
}

/** Finds out what the paper itself occupies. */
export const ownPlaces = (material: AddressMaterial): OwnPlaces => {
  const lists = listsIn(material);
  return { lists, owned: ownedBy(lists, material) };
};

/** Every address that a build of this copy writes to: those of the paper itself, and of every entry. */
export const printedAddresses = (
  { copy, addresses }: AddressMaterial,
  { lists, owned }: OwnPlaces,
): string[] => {
  const sections = copy.sections.map(({ id }) => addresses.section(id));
  const articles = copy.articles.map((story) => addresses.article(addressed(story)));
  return [
    ...owned.map(([address]) => address),
    ...lists.map(({ path }) => path),
    ...articles,
    ...copy.pages.map(({ id }) => addresses.page(id)),
    ...[addresses.front, ...sections, ...articles].map(addresses.text),
  ];
};
