import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { describe, expect, test } from 'vitest';
import {
  fitsOneSitemap,
  type SitemapEntry,
  sitemapLimits,
  writeSitemapIndex,
  writeSitemapParts,
} from '../../src/feeds/sitemap.ts';
import { writeNewsSitemap } from '../../src/feeds/news-sitemap.ts';
import { stories, story } from './stories.ts';

type Url = { loc: string; lastmod?: string; 'image:image'?: { 'image:loc': string } };
const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => ['url', 'sitemap'].includes(name),
});
const urlsOf = (xml: string): Url[] => {
  expect(new SyntaxValidator().validate(xml)).toBe(true);
  return (parser.parse(xml) as { urlset: { url?: Url[] } }).urlset.url ?? [];
};

const entry = (n: number, rest: Partial<SitemapEntry> = {}): SitemapEntry => ({
  url: `https://news.example/${String(n)}/`,
  changed: `2025-02-01T00:00:${String(n % 60).padStart(2, '0')}Z`,
  ...rest,
});
const entries = (count: number): SitemapEntry[] =>
  Array.from({ length: count }, (_, n) => entry(n));

describe('a group of pages', () => {
  const longest = { image: `https://news.example/_astro/${'a'.repeat(60)}.abcdef_1a2b3c.jpeg` };
  const ampersands = (n: number): SitemapEntry => ({
    ...entry(n, longest),
    url: `https://news.example/${'&'.repeat(2000)}${String(n)}/`,
  });

  test('that is said to fit into one sitemap is one', () => {
    const small = { urls: 3, bytes: 40_000 };
    for (const make of [entry, ampersands]) {
      for (const count of [1, 2, 3, 4, 20]) {
        const all = Array.from({ length: count }, (_, n) => make(n));
        const fits = fitsOneSitemap(
          all.map(({ url }) => url),
          small,
        );
        if (fits) expect(writeSitemapParts('a', all, small)).toHaveLength(1);
        if (count > 3) expect(fits).toBe(false);
      }
    }
    expect(
      fitsOneSitemap(
        entries(3).map(({ url }) => url),
        small,
      ),
    ).toBe(true);
    expect(
      fitsOneSitemap([ampersands(1).url, ampersands(2).url, ampersands(3).url, ampersands(4).url], {
        ...small,
        urls: 9,
      }),
    ).toBe(false);
  });
});

describe('a sitemap', () => {
  test('has the address of a page, its last change and its picture', () => {
    const image = 'https://news.example/_astro/a.jpeg';
    const [part] = writeSitemapParts('2025-02', [entry(1, { image })]);
    expect(urlsOf(part?.xml ?? '')).toEqual([
      {
        loc: 'https://news.example/1/',
        lastmod: '2025-02-01T00:00:01Z',
        'image:image': { 'image:loc': image },
      },
    ]);
  });

  test('has no last change if that is unknown', () => {
    const [part] = writeSitemapParts('pages', [entry(1, { changed: undefined })]);
    expect(urlsOf(part?.xml ?? '')).toEqual([{ loc: 'https://news.example/1/' }]);
    expect(part?.changed).toBeUndefined();
  });

  test('escapes five characters, as the protocol requires, and removes those that XML forbids', () => {
    const url = `https://news.example/?a=<1>&b="2"&c='3'\u0000\u001F\uFFFE`;
    const [part] = writeSitemapParts('pages', [{ url }]);
    expect(part?.xml).toContain(
      'https://news.example/?a=&lt;1&gt;&amp;b=&quot;2&quot;&amp;c=&apos;3&apos;<',
    );
    expect(urlsOf(part?.xml ?? '')[0]?.loc).toBe(`https://news.example/?a=<1>&b="2"&c='3'`);
  });

  test('says when the newest of its pages changed', () => {
    expect(writeSitemapParts('2025-02', entries(5))[0]?.changed).toBe('2025-02-01T00:00:04Z');
  });

  test('is split at the number of addresses that the protocol allows', () => {
    const parts = writeSitemapParts('2025-02', entries(sitemapLimits.urls + 1));
    expect(parts.map(({ name }) => name)).toEqual(['2025-02', '2025-02-2']);
    expect(parts.map(({ xml }) => xml.split('<url>').length - 1)).toEqual([50_000, 1]);
  });

  test('is split before it exceeds the size limit by a single byte', () => {
    const url = `https://news.example/${encodeURI('новина')}/`;
    const of = (count: number, bytes = sitemapLimits.bytes) =>
      writeSitemapParts('a', Array<SitemapEntry>(count).fill({ url, image: `${url}ї.jpeg` }), {
        urls: 50_000,
        bytes,
      }).map(({ xml }) => xml);
    const bytes = Buffer.byteLength(of(3)[0] ?? '');
    expect(of(6, bytes).map((xml) => urlsOf(xml).length)).toEqual([3, 3]);
    expect(of(6, bytes - 1).map((xml) => urlsOf(xml).length)).toEqual([2, 2, 2]);
  });

  test('that is full does not change when a page is added', () => {
    const limits = { urls: 10, bytes: sitemapLimits.bytes };
    const before = writeSitemapParts('2025-02', entries(25), limits);
    const after = writeSitemapParts('2025-02', entries(26), limits);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2]).not.toEqual(before[2]);
  });

  test('without pages does not exist', () => {
    expect(writeSitemapParts('authors', [])).toEqual([]);
  });
});

test('the index lists the sitemaps, and when each last changed', () => {
  const xml = writeSitemapIndex([
    { url: 'https://news.example/sitemap-pages.xml', changed: undefined },
    { url: 'https://news.example/a&b.xml', changed: '2025-02-13T20:15:00+02:00' },
  ]);
  expect(new SyntaxValidator().validate(xml)).toBe(true);
  expect(parser.parse(xml)).toMatchObject({
    sitemapindex: {
      sitemap: [
        { loc: 'https://news.example/sitemap-pages.xml' },
        { loc: 'https://news.example/a&b.xml', lastmod: '2025-02-13T20:15:00+02:00' },
      ],
    },
  });
});

describe('the news sitemap', () => {
  const setting = {
    name: 'The “Hostile” & <Sons>',
    language: 'en-GB',
    moment: new Date('2025-03-01T08:00:00Z'),
    url: ({ id }: { id: string }) => `https://news.example/${id}/`,
  };
  const recent = { published: '2025-02-28T10:00:00+05:45' };
  const newsOf = (...list: Parameters<typeof writeNewsSitemap>[0]) =>
    urlsOf(writeNewsSitemap(list, setting));

  test('describes a story as Google News requires, with the time as the editor wrote it', () => {
    expect(newsOf(story('a', { ...recent, headline: '</news:title> & “𝕏”' }))).toEqual([
      {
        loc: 'https://news.example/a/',
        'news:news': {
          'news:publication': { 'news:name': setting.name, 'news:language': 'en' },
          'news:publication_date': recent.published,
          'news:title': '</news:title> & “𝕏”',
        },
      },
    ]);
  });

  test('keeps the publication time when a story is updated', () => {
    const updated = '2025-03-01T07:00:00Z';
    const xml = writeNewsSitemap([story('a', { ...recent, updated })], setting);
    expect(xml).not.toContain(updated);
    expect(newsOf(story('a', { published: '2025-02-26T00:00:00Z', updated }))).toEqual([]);
  });

  test.each([
    ['2025-02-27T08:00:00Z', 1],
    ['2025-02-27T07:59:59Z', 0],
    ['2025-02-27T03:00:00-05:00', 1],
    ['2025-02-27T09:59:59+02:00', 0],
  ])('for a story of %s has %i entries, because it covers 48 hours', (published, count) => {
    expect(newsOf(story('a', { published }))).toHaveLength(count);
  });

  test('leaves out sponsored stories', () => {
    expect(newsOf(story('a', { ...recent, kind: 'sponsored' }))).toEqual([]);
  });

  test('has the newest thousand stories', () => {
    const list = newsOf(...stories(1200, recent));
    expect(list).toHaveLength(1000);
    expect(list[0]?.loc).toBe('https://news.example/a/');
  });

  test('may be empty', () => {
    expect(newsOf()).toEqual([]);
  });
});
