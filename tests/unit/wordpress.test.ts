import { describe, expect, test } from 'vitest';
import type { PublicationCopy } from '../../src/schemas/publication.ts';
import { settled, type TestContent } from './copy.ts';

type WordPress = NonNullable<PublicationCopy['hosting']>['wordPress'];

/** The redirects from WordPress’s addresses: old to new. */
const redirectsOf = (
  content: TestContent,
  { wordPress = {}, ...rest }: Parameters<typeof settled>[1] & { wordPress?: WordPress } = {},
): Record<string, string> => {
  const { redirects, mistakes } = settled(content, {
    permalink: '/{yyyy}/{mm}/{slug}/',
    hosting: { wordPress },
    ...rest,
  });
  expect(mistakes).toEqual([]);
  expect(redirects.folders.length + redirects.queried.length).toBe(0);
  return Object.fromEntries(redirects.exact.map(({ path, to }) => [path, to]));
};

const grain = { grain: {} };

describe('WordPress’s addresses of a story redirect to it', () => {
  test('in every format that its permalinks may have had, with their AMP pages', () => {
    const table = redirectsOf({ articles: grain });
    for (const old of [
      ...['/grain', '/2025/02/13/grain', '/grain/amp', '/2025/02/13/grain/amp'],
      '/2025/02/grain/amp',
    ]) {
      expect(table[old], old).toBe('/2025/02/grain/');
    }
    expect(table['/2025/02/grain']).toBeUndefined();
  });

  test('in the format that the publisher names, and no other', () => {
    const table = redirectsOf({ articles: grain }, { wordPress: { permalinks: ['post-name'] } });
    expect(table).toMatchObject({ '/grain': '/2025/02/grain/' });
    expect(table['/2025/02/13/grain']).toBeUndefined();
  });

  test('whatever the paper’s own permalink, below any base path', () => {
    const table = redirectsOf(
      { articles: grain },
      { base: '/paper/', permalink: '/{section}/{slug}/' },
    );
    expect(table).toMatchObject({
      '/paper/2025/02/grain': '/paper/world/grain/',
      '/paper/grain': '/paper/world/grain/',
      '/paper/world/grain/amp': '/paper/world/grain/',
    });
  });
});

test('a category redirects to its section, however deep it was, with feeds and further pages', () => {
  const articles = Object.fromEntries(
    Array.from({ length: 45 }, (_, n) => [`story-${n}`, { section: 'mill' }]),
  );
  const table = redirectsOf({ articles, sections: { village: undefined, mill: 'village' } });
  expect(table).toMatchObject({
    '/category/village': '/village/',
    '/category/mill': '/mill/',
    '/category/village/mill': '/mill/',
    '/category/mill/feed': '/mill/rss.xml',
    '/category/village/mill/feed/atom': '/mill/atom.xml',
    // WordPress lists ten stories a page, this paper twenty.
    '/category/mill/page/2': '/mill/',
    '/category/mill/page/3': '/mill/2/',
    '/category/mill/page/5': '/mill/3/',
    '/category/village/page/5': '/village/3/',
  });
  expect(table['/category/mill/page/1']).toBeUndefined();
  expect(table['/category/mill/page/6']).toBeUndefined();
});

test('a tag redirects to its topic, under each of its names, in any script', () => {
  const articles = { grain: { topics: ['Вода', 'C++'] }, corn: { topics: ['Ставок'] } };
  const topics = { Вода: { synonyms: ['Ставок', 'Water'] } };
  expect(redirectsOf({ articles, topics })).toMatchObject({
    '/tag/вода': `/topic/${encodeURI('вода')}/`,
    '/tag/ставок': `/topic/${encodeURI('вода')}/`,
    '/tag/water': `/topic/${encodeURI('вода')}/`,
    '/tag/water/feed': `/topic/${encodeURI('вода')}/rss.xml`,
    '/tag/c-plus-plus': '/topic/c-plus-plus/',
  });
});

test('a topic without public stories has no tag', () => {
  const articles = { draft: { draft: true, topics: ['Secret'] } };
  const table = redirectsOf({ articles, topics: { Secret: { synonyms: ['Umbra'] } } });
  expect(JSON.stringify(table)).not.toMatch(/secret|umbra|draft/i);
});

test('an author’s address stays; feeds and further pages redirect to their equivalents', () => {
  const articles = Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`story-${n}`, {}]));
  const table = redirectsOf({ articles });
  expect(table['/author/reporter']).toBeUndefined();
  expect(table).toMatchObject({
    '/author/reporter/feed': '/author/reporter/rss.xml',
    '/author/reporter/page/2': '/author/reporter/',
    '/author/reporter/page/3': '/author/reporter/2/',
  });
});

test('feeds, older pages, years, months and days redirect to their equivalents', () => {
  const articles = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`story-${n}`, {}]));
  expect(redirectsOf({ articles })).toMatchObject({
    '/feed': '/rss.xml',
    '/feed/rss2': '/rss.xml',
    '/feed/atom': '/atom.xml',
    '/comments/feed': '/rss.xml',
    '/page/2': '/archive/',
    '/2025': '/archive/2025/',
    '/2025/02': '/archive/2025/02/',
    '/2025/02/13': '/archive/2025/02/#d13',
  });
});

test('addresses of the paper, and redirects written by hand, take precedence', () => {
  const articles = { about: {}, world: {}, grain: { formerUrls: ['/feed/'] } };
  const table = redirectsOf({ articles, redirects: { '/grain/': '/about/' } });
  expect(table['/about']).toBeUndefined();
  expect(table['/world']).toBeUndefined();
  expect(table).toMatchObject({ '/feed': '/2025/02/grain/', '/grain': '/about/' });
});

test('an upload that the paper does not have is not redirected', () => {
  const table = redirectsOf({ articles: grain });
  expect(Object.keys(table).filter((old) => /wp-|upload/.test(old))).toEqual([]);
});

test('a paper that never ran on WordPress has none of these', () => {
  const { redirects } = settled({ articles: grain });
  expect(redirects).toEqual({ exact: [], queried: [], folders: [] });
});
