import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { createEdition } from '../../src/edition/edition.ts';
import { feedFormats, isFeed } from '../../src/feeds/formats.ts';
import { namedTypes } from '../../src/hosts/media-types.ts';
import { almanacFor } from '../../src/language/almanac.ts';
import { type Language, languages } from '../../src/language/names.ts';
import { wordsFor } from '../../src/language/words.ts';
import { followedStories, type ListDefinition } from '../../src/lists/definition.ts';
import { findablePages } from '../../src/lists/findable.ts';
import { feedGroups, feedLinksOf, listsWithFeed } from '../../src/lists/list-feeds.ts';
import { listAddresses } from '../../src/lists/own-addresses.ts';
import { listDefinitions, listsOf } from '../../src/lists/registry.ts';
import { story } from './stories.ts';

const addresses = createAddresses('https://news.example', '/', '/{yyyy}/{mm}/{slug}/');
const words = wordsFor('en-GB');

const datelineWords: Record<Language, { heading: string; from: string; stories: string }> = {
  en: { heading: 'Datelines', from: 'From Kyiv', stories: 'Stories from Kyiv.' },
  fr: { heading: 'Lieux', from: 'De Kyiv', stories: 'Articles de Kyiv.' },
  uk: { heading: 'Місця', from: 'З Києва', stories: 'Статті з Києва.' },
  ar: { heading: 'أماكن', from: 'من كييف', stories: 'مقالات من كييف.' },
};

/** All that CONTRIBUTING asks of anyone who adds a kind of list: one definition, which brings its own words. */
const datelineLists: ListDefinition = {
  owner: 'a dateline',
  reserved: () => [[addresses.page('from'), 'the datelines']],
  page: 'paginated',
  sitemap: 'datelines',
  feeds: { ...followedStories, heading: ({ language }) => datelineWords[language].heading },
  lists: ({ catalogue, words: { language } }) => [
    {
      id: 'kyiv',
      title: datelineWords[language].from,
      description: datelineWords[language].stories,
      path: '/from/kyiv/',
      stories: catalogue.articles,
    },
  ],
};

const edition = createEdition({
  articles: [
    ...Array.from({ length: 20 }, (_, n) => story(`s${String(n)}`)),
    story('s20', { series: { id: 'the-river', part: 1 } }),
  ],
  sections: [{ id: 'world', title: 'World', description: 'World.', order: 1 }],
  authors: [{ id: 'reporter', name: 'Reporter', type: 'person', links: [] }],
  pages: [],
  moment: new Date('2025-03-01T08:00:00Z'),
  language: 'en-GB',
});
const listsIn = (language: string) =>
  listsOf(
    {
      catalogue: edition,
      addresses,
      words: wordsFor(language),
      almanac: almanacFor(language),
      paper: { name: 'The paper', tagline: 'News.' },
    },
    { ...listDefinitions, dateline: datelineLists },
  );
const lists = listsIn('en-GB');

describe('one definition in the registry gives a kind of list', () => {
  const added = lists.filter(({ kind }) => kind === 'dateline');

  test('its addresses, which nothing else in the paper can use', () => {
    expect(Object.fromEntries(listAddresses(added, addresses))).toEqual({
      '/from/kyiv/': 'a dateline',
      '/from/kyiv/2/': 'a list of stories',
      ...Object.fromEntries(
        feedFormats.map(({ file }) => [`/from/kyiv/${file}`, 'a list of stories']),
      ),
    });
  });

  test('its own sitemap, with pages that search engines may index', () => {
    const found = findablePages({ edition, lists, front: edition.front(), addresses });
    expect(found.get('datelines')?.map(({ path }) => path)).toEqual([
      '/from/kyiv/',
      '/from/kyiv/2/',
    ]);
  });

  test('its feeds in every format, under their own heading on the feeds page', () => {
    for (const format of feedFormats) {
      expect(listsWithFeed(lists, format).map(({ path }) => path)).toContain('/from/kyiv/');
    }
    expect(feedGroups(lists, words).find(({ heading }) => heading === 'Datelines')?.lists).toEqual(
      added,
    );
    expect(added.flatMap((list) => feedLinksOf(list, addresses, words))).toHaveLength(
      feedFormats.length,
    );
  });
});

describe('a kind of list speaks every language of the interface, with words of its own', () => {
  test.each(languages)('%s', (language) => {
    const { heading, from, stories } = datelineWords[language];
    const inLanguage = listsIn(language);
    expect(inLanguage.find(({ kind }) => kind === 'dateline')).toMatchObject({
      title: from,
      description: stories,
    });
    expect(feedGroups(inLanguage, wordsFor(language)).map((group) => group.heading)).toContain(
      heading,
    );
  });
});

describe('every kind of list', () => {
  test.each(Object.entries(listDefinitions))('%s has lists with addresses', (kind, definition) => {
    const own = lists.filter((list) => list.kind === kind);
    expect(own.every(({ path }) => path.startsWith('/') && path.endsWith('/'))).toBe(true);
    expect(own.every((list) => list.definition === definition)).toBe(true);
    expect(kind === 'topic' || own.length > 0).toBe(true);
  });

  test('gives every list its own address', () => {
    const paths = lists.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('one entry in the table of formats gives a feed format', () => {
  test.each(feedFormats.map((format) => [format.name, format] as const))(
    '%s: a file name, a media type that hosts send, and a writer',
    async (_name, format) => {
      expect(namedTypes[format.file]).toBe(format.type);
      expect(isFeed(`world/${format.file}`)).toBe(true);
      const channel = {
        title: 'The paper',
        description: 'News.',
        language: 'en-GB',
        page: 'https://news.example/',
        self: `https://news.example/${format.file}`,
        built: edition.moment,
        publisher: 'The publisher',
      };
      expect(await format.write(channel, [])).toContain('The paper');
    },
  );

  test('no two formats share a file', () => {
    expect(new Set(feedFormats.map(({ file }) => file)).size).toBe(feedFormats.length);
  });
});

describe('nothing is left unregistered', () => {
  const exportsOf = async (folder: string): Promise<unknown[]> => {
    const files = globSync(`src/${folder}/*.ts`);
    const modules = await Promise.all(
      files.map((file) => import(path.resolve(file)) as Promise<object>),
    );
    return modules.flatMap((module): unknown[] => Object.values(module));
  };
  const has = (value: unknown, ...fields: string[]): boolean =>
    typeof value === 'object' && value !== null && fields.every((field) => field in value);

  test('every kind of list in src/lists/ is in the registry', async () => {
    const written = (await exportsOf('lists')).filter((value) => has(value, 'lists', 'sitemap'));
    expect(new Set(written)).toEqual(new Set(Object.values(listDefinitions)));
  });

  test('every feed format in src/feeds/ is in the table of formats', async () => {
    const written = (await exportsOf('feeds')).filter((value) => has(value, 'write', 'file'));
    expect(new Set(written)).toEqual(new Set(feedFormats));
  });
});
