import { load } from 'cheerio';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { describe, expect, test } from 'vitest';
import { papers } from '../papers.ts';
import { leadArticle, printed } from './printed.ts';

type Item = {
  title: string;
  link: string;
  guid: { '#text': string; '@_isPermaLink': string };
  description: string;
  'content:encoded': string;
  'dc:creator': string[];
  category: string[];
  pubDate: string;
};
type Feed = {
  rss: {
    channel: {
      title: string;
      link: string;
      lastBuildDate: string;
      'atom:link': { '@_href': string; '@_rel': string };
      item: Item[];
    };
  };
};

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => ['item', 'category', 'dc:creator'].includes(name),
});

const feedOf = (name: string) => {
  const { bytes, base } = printed(name);
  const xml = bytes(`${base}rss.xml`).toString('utf8');
  return { xml, ...(parser.parse(xml) as Feed).rss.channel };
};

describe.each(papers.map(({ name }) => name))('the feed of the paper %s', (name) => {
  const feed = feedOf(name);
  const { base, pages } = printed(name);

  test('is well-formed XML and says where it lives', () => {
    expect(new SyntaxValidator().validate(feed.xml)).toBe(true);
    expect(new URL(feed['atom:link']['@_href']).pathname).toBe(`${base}rss.xml`);
    expect(feed['atom:link']['@_rel']).toBe('self');
    expect(new URL(feed.link).pathname).toBe(base);
    expect(feed.lastBuildDate).toBe('Sat, 01 Mar 2025 08:00:00 GMT');
  });

  test('carries the newest articles, at most 50, newest first', () => {
    const stories = pages.filter(({ $ }) => $('article.story').length > 0);
    expect(feed.item.length).toBe(Math.min(50, stories.length));
    const dates = feed.item.map(({ pubDate }) => Date.parse(pubDate));
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
  });

  test('leads to pages that are there and gives every item a guid of its own', () => {
    const canonicals = pages.map(({ $ }) => $('link[rel="canonical"]').attr('href'));
    for (const { link } of feed.item) expect(canonicals).toContain(link);
    const guids = feed.item.map(({ guid }) => guid['#text']);
    expect(new Set(guids).size).toBe(guids.length);
    expect(guids.every((guid) => guid.startsWith('urn:uuid:'))).toBe(true);
  });

  test('tells the whole story with absolute addresses only, and nothing that acts', () => {
    for (const item of feed.item) {
      const $ = load(item['content:encoded']);
      expect($('body').text().trim(), item.link).not.toBe('');
      expect($('script, style, iframe, form, object, [style], [srcset]').length, item.link).toBe(0);
      for (const element of $('[href], [src]').toArray()) {
        const target = element.attribs['href'] ?? element.attribs['src'] ?? '';
        expect(target, item.link).toMatch(/^(?:https?:\/\/|mailto:)/);
      }
      expect(item.description).not.toBe('');
      expect(item['dc:creator'].length).toBeGreaterThan(0);
      expect(item.category.length).toBeGreaterThan(0);
    }
  });
});

describe('the lead article in a feed reader', () => {
  const item = feedOf('home').item.find(({ link }) => link.endsWith(leadArticle));

  test('arrives whole, with its picture, authors and categories', () => {
    expect(item?.title).toBe('Trump promises Kyiv involvement in peace talks with Russia');
    expect(item?.['dc:creator']).toEqual(['BEVOLVE NEWS newsroom']);
    expect(item?.category).toEqual(['BEVOLVE NEWS', 'Ukraine', 'Russia', 'United States', 'NATO']);
    const $ = load(item?.['content:encoded'] ?? '');
    expect($('img').attr('src')).toMatch(/^https:\/\/bevolve-news\.example\/_astro\/.+\.jpeg$/);
    expect($('h2').text()).toBe('“BEST NEGOTIATOR ON THE PLANET”');
    const body = printed('home').page(leadArticle).$('.body').text().replaceAll(/\s+/g, ' ').trim();
    expect($('body').text().replaceAll(/\s+/g, ' ')).toContain(body);
  });

  test('keeps its guid under another base path', () => {
    const elsewhere = feedOf('sub-folder').item.find(({ title }) => title === item?.title);
    expect(elsewhere?.guid['#text']).toBe(item?.guid['#text']);
    expect(elsewhere?.link).not.toBe(item?.link);
  });
});
