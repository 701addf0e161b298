import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { describe, expect, test } from 'vitest';
import { feedFormats } from '../../src/feeds/formats.ts';
import { sitemapLimits } from '../../src/feeds/sitemap.ts';
import { editionMoment, papers } from '../papers.ts';
import { leadArticle, printed, type Printed, type PrintedPage, standsIn } from './printed.ts';

type Url = {
  loc: string;
  lastmod?: string;
  'image:image'?: { 'image:loc': string };
  'news:news'?: {
    'news:publication': { 'news:name': string; 'news:language': string };
    'news:publication_date': string;
    'news:title': string;
  };
};
type Sitemap = {
  urlset?: { '@_xmlns': string; url?: Url[] };
  sitemapindex?: { '@_xmlns': string; sitemap?: Url[] };
};

const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** A W3C datetime (XML Schema dateTime) with a time zone, as in `lastmod` and `publication_date`. */
const datetime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => ['url', 'sitemap'].includes(name),
});

const parse = (xml: string): Sitemap => parser.parse(xml) as Sitemap;
const textOf = ({ bytes }: Printed, address: string): string =>
  bytes(decodeURI(new URL(address).pathname)).toString('utf8');
const canonicalOf = ({ $ }: PrintedPage): string | undefined =>
  $('link[rel="canonical"]').attr('href');
const robotsOf = ({ $ }: PrintedPage): string => $('meta[name="robots"]').attr('content') ?? '';
const originOf = ({ page, base }: Printed): string => new URL(canonicalOf(page(base)) ?? '').origin;

/** The sitemaps that the index names, keyed by address. */
const partsOf = (paper: Printed): { address: string; xml: string; changed: string | undefined }[] =>
  (
    parse(textOf(paper, `${originOf(paper)}${paper.base}sitemap.xml`)).sitemapindex?.sitemap ?? []
  ).map(({ loc, lastmod }) => ({ address: loc, xml: textOf(paper, loc), changed: lastmod }));
const urlsOf = (xml: string): Url[] => parse(xml).urlset?.url ?? [];
const allUrls = (paper: Printed): Url[] => partsOf(paper).flatMap(({ xml }) => urlsOf(xml));

const isStory = ({ $ }: PrintedPage): boolean => $('article.story').length > 0;
const newest = (moments: (string | undefined)[]): number =>
  Math.max(...moments.map((moment) => Date.parse(moment ?? '')).filter((time) => !isNaN(time)));

describe.each(papers.map(({ name }) => name))('the sitemaps of the paper %s', (name) => {
  const paper = printed(name);
  const { base, files, page, pages, textPages, redirects } = paper;
  const origin = originOf(paper);
  const parts = partsOf(paper);
  const urls = allUrls(paper);
  const news = textOf(paper, `${origin}${base}sitemap-news.xml`);

  test('are well-formed, with the namespace and elements of the protocol', () => {
    const index = textOf(paper, `${origin}${base}sitemap.xml`);
    for (const xml of [index, news, ...parts.map((part) => part.xml)]) {
      expect(new SyntaxValidator().validate(xml)).toBe(true);
      const { urlset, sitemapindex } = parse(xml);
      expect((urlset ?? sitemapindex)?.['@_xmlns']).toBe(protocol);
      for (const url of [...(urlset?.url ?? []), ...(sitemapindex?.sitemap ?? [])]) {
        const known = ['loc', 'lastmod', 'image:image', 'news:news'];
        expect(Object.keys(url).filter((element) => !known.includes(element))).toEqual([]);
        expect(Object.keys(url)[0]).toBe('loc');
      }
    }
  });

  test('are all in the index, once each', () => {
    const found = [...files].filter((file) => /\/sitemap-[^/]+\.xml$/.test(file));
    expect([...parts.map(({ address }) => decodeURI(new URL(address).pathname))].sort()).toEqual(
      found.filter((file) => !file.endsWith('/sitemap-news.xml')).sort(),
    );
    expect(parts.length).toBeGreaterThan(2);
  });

  test('stay within the protocol’s limits, and none is empty', () => {
    for (const { address, xml } of parts) {
      expect(urlsOf(xml).length, address).toBeGreaterThan(0);
      expect(urlsOf(xml).length, address).toBeLessThanOrEqual(sitemapLimits.urls);
      expect(Buffer.byteLength(xml), address).toBeLessThanOrEqual(sitemapLimits.bytes);
    }
  });

  test('list absolute addresses within the paper, percent-encoded, each once', () => {
    const locations = urls.map(({ loc }) => loc);
    expect(new Set(locations).size).toBe(locations.length);
    for (const location of [...locations, ...parts.map(({ address }) => address)]) {
      expect(location).toMatch(/^https:\/\/[\w!#$%&'()*+,./:;=?@[\]~-]{1,2040}$/);
      expect(location.startsWith(origin + base), location).toBe(true);
      expect(new URL(location).href).toBe(location);
    }
  });

  test('list exactly the pages that are indexable and canonical', () => {
    const indexable = [...pages, ...textPages, ...redirects].filter(
      (one) =>
        !robotsOf(one).includes('noindex') &&
        decodeURI(canonicalOf(one) ?? '') === origin + one.path,
    );
    expect(urls.map(({ loc }) => decodeURI(loc)).sort()).toEqual(
      indexable.map(({ path }) => origin + path).sort(),
    );
    expect(urls.length).toBeGreaterThan(8);
  });

  test('leave out the search page, the saved stories, what stories said before, what others may copy, fallback pages, empty lists, the text edition and former addresses', () => {
    const listed = new Set(urls.map(({ loc }) => decodeURI(new URL(loc).pathname)));
    const out = pages.filter(({ path }) => !listed.has(path));
    const isEmptyList = ({ $ }: PrintedPage): boolean =>
      // The corrections are no list of stories: that there are none is worth finding.
      ($('.list-feed a').length === feedFormats.length || $('main .index').length > 0) &&
      $('main .teaser, main .index li').length === 0;
    expect(out.map(({ path }) => path)).toEqual(
      pages
        .filter(
          (one) =>
            /\/(?:search|saved|republish|changes(?:\/\d+)?)\/$/.test(one.path) ||
            standsIn(one) ||
            isEmptyList(one),
        )
        .map(({ path }) => path),
    );
    for (const one of out) {
      expect(robotsOf(one), one.path).toBe('noindex');
      // What others may copy of a story stands for the story.
      if (!one.path.endsWith('/republish/')) {
        expect(canonicalOf(one), one.path).toBeUndefined();
      }
    }
    for (const { path } of [...textPages, ...redirects]) expect(listed.has(path), path).toBe(false);
    for (const one of redirects) expect(robotsOf(one), one.path).toContain('noindex');
  });

  test('give the time of a story’s last change: published, updated or corrected', () => {
    const stories = urls.filter(({ loc }) => isStory(page(decodeURI(new URL(loc).pathname))));
    expect(stories.length).toBeGreaterThan(0);
    for (const { loc, lastmod } of stories) {
      const { $ } = page(decodeURI(new URL(loc).pathname));
      const moments = [
        $('meta[property="article:published_time"]').attr('content'),
        $('meta[property="article:modified_time"]').attr('content'),
        ...$('.corrections time')
          .toArray()
          .map((time) => time.attribs['datetime']),
      ];
      expect(moments, loc).toContain(lastmod);
      expect(Date.parse(lastmod ?? ''), loc).toBe(newest(moments));
    }
  });

  test('give the time of a list’s last change: the newest change in what it lists', () => {
    const changed = new Map(
      urls.map(({ loc, lastmod }) => [decodeURI(new URL(loc).pathname), lastmod]),
    );
    const listed = ({ $ }: PrintedPage): string[] =>
      $('main :is(.teaser, .must-read, .day) a')
        .toArray()
        .map((link) => link.attribs['href'] ?? '');
    const lists = urls
      .map(({ loc, lastmod }) => ({ lastmod, list: page(decodeURI(new URL(loc).pathname)) }))
      .filter(({ list }) => !isStory(list) && listed(list).length > 0)
      // A change to the first page also changes further pages, whose stories move along.
      .filter(({ list: { $ } }) => $('.teaser').length === 0 || $('a[rel="prev"]').length === 0);
    expect(lists.length).toBeGreaterThan(3);
    for (const { list, lastmod } of lists) {
      expect(Date.parse(lastmod ?? ''), list.path).toBe(
        newest(listed(list).map((href) => changed.get(decodeURI(href)))),
      );
    }
  });

  test('never give the build time, or a future time, as the last change', () => {
    for (const { loc, lastmod } of [
      ...urls,
      ...parts.map((p) => ({ loc: p.address, lastmod: p.changed })),
    ]) {
      if (lastmod === undefined) continue;
      expect(lastmod, loc).toMatch(datetime);
      expect(Date.parse(lastmod), loc).toBeLessThanOrEqual(editionMoment.getTime());
    }
    for (const { address, xml, changed } of parts) {
      expect(Date.parse(changed ?? ''), address).toBe(
        newest(urlsOf(xml).map(({ lastmod }) => lastmod)),
      );
    }
  });

  test('show the lead image of each story, at the address that its page uses', () => {
    for (const { loc, 'image:image': image } of urls) {
      const { $ } = page(decodeURI(new URL(loc).pathname));
      const src = isStory(page(decodeURI(new URL(loc).pathname)))
        ? $('.lead-image img').attr('src')
        : undefined;
      expect(image?.['image:loc'], loc).toBe(src && new URL(src, origin).href);
      if (src) expect(files.has(decodeURI(src)), src).toBe(true);
    }
  });

  test('put each story into the sitemap of its month, also without its words', () => {
    for (const { address, xml } of parts) {
      const month = /sitemap-(\d{4}-\d\d)/.exec(address)?.[1];
      for (const { loc } of urlsOf(xml)) {
        const { $ } = page(decodeURI(new URL(loc).pathname));
        const published = $('meta[property="article:published_time"]').attr('content');
        expect(published?.slice(0, 7), loc).toBe(month);
      }
    }
  });

  test('offer Google News the stories of the last two days, and nothing else', () => {
    const recent = pages.filter(({ $ }) => {
      const published = $('meta[property="article:published_time"]').attr('content') ?? '';
      const age = editionMoment.getTime() - Date.parse(published);
      return age <= 48 * 60 * 60 * 1000 && $('.paid-for').length === 0;
    });
    const urls = urlsOf(news);
    expect(urls.map(({ loc }) => decodeURI(loc)).sort()).toEqual(
      recent.map(({ path }) => origin + path).sort(),
    );
    expect(urls.length).toBeLessThanOrEqual(1000);
    for (const { loc, 'news:news': item } of urls) {
      const { $ } = page(decodeURI(new URL(loc).pathname));
      expect(item).toEqual({
        'news:publication': {
          'news:name': $('meta[property="og:site_name"]').attr('content'),
          'news:language': $('html').attr('lang')?.split('-')[0],
        },
        'news:publication_date': $('meta[property="article:published_time"]').attr('content'),
        'news:title': $('h1').text(),
      });
      expect(item?.['news:publication_date']).toMatch(datetime);
    }
  });
});

test('at least one paper has stories for Google News', () => {
  expect(
    urlsOf(textOf(printed('hostile'), 'https://hostile.example/sitemap-news.xml')),
  ).not.toEqual([]);
});

test('the lead article is in the sitemap of its month, with its picture', () => {
  const paper = printed('home');
  const xml = textOf(paper, 'https://bevolve-news.example/sitemap-2025-02.xml');
  expect(urlsOf(xml).find(({ loc }) => loc.endsWith(leadArticle))).toMatchObject({
    lastmod: '2025-02-13T20:15:00+02:00',
    'image:image': {
      'image:loc': expect.stringMatching(
        /^https:\/\/bevolve-news\.example\/_astro\/lead.+\.jpeg$/,
      ) as string,
    },
  });
});
