import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { FeedItem } from '../../src/feeds/item.ts';
import { type FeedChannel, writeRss } from '../../src/feeds/rss.ts';

const channel: FeedChannel = {
  title: 'Bread & Circuses',
  description: 'All of <it>',
  language: 'en-GB',
  page: 'https://news.example/paper/',
  self: 'https://news.example/paper/rss.xml',
  built: new Date('2025-03-01T08:00:00Z'),
};
const item: FeedItem = {
  guid: 'urn:uuid:0',
  url: 'https://news.example/paper/2025/02/%D1%89%D0%BE/',
  title: 'Kyiv: “We <b>were</b> asked” & so on',
  summary: 'Що далі? 5 < 6 & 7 > 6',
  content: '<p>One &amp; <em>two</em> ]]&gt; <a href="https://x.example/?a=1&amp;b=2">x</a></p>',
  published: new Date('2025-02-13T18:15:00Z'),
  updated: undefined,
  authors: ['A. Reporter', 'Smith & Daughter <ltd>', 'AT&amp;T'],
  categories: ['World', 'Food & drink'],
};

interface Parsed {
  channel: Record<string, unknown> & { item: Record<string, unknown>[] };
}

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => name === 'item',
});

/** The feed's text, and what a feed reader makes of it; an error where it is not well-formed. */
async function feed(items: FeedItem[], changes: Partial<FeedChannel> = {}) {
  const response = await writeRss({ ...channel, ...changes }, items);
  const text = await response.text();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what replaces it is a package more
  return { text, channel: (parser.parse(text, true) as { rss: Parsed }).rss.channel };
}

/** The story as a feed reader has it. */
async function read(changes: Partial<FeedItem> = {}): Promise<Record<string, unknown>> {
  const { channel } = await feed([{ ...item, ...changes }]);
  return channel.item[0] ?? {};
}

test('the feed names the paper, its language, its address and the edition’s moment', async () => {
  const { channel } = await feed([item]);
  expect(channel).toMatchObject({
    title: 'Bread & Circuses',
    description: 'All of <it>',
    link: 'https://news.example/paper/',
    language: 'en-GB',
    lastBuildDate: 'Sat, 01 Mar 2025 08:00:00 GMT',
    'atom:link': { '@_href': 'https://news.example/paper/rss.xml', '@_rel': 'self' },
  });
});

describe('a story', () => {
  test('has its headline, standfirst, address and time', async () => {
    expect(await read()).toMatchObject({
      title: item.title,
      description: item.summary,
      link: item.url,
      pubDate: 'Thu, 13 Feb 2025 18:15:00 GMT',
    });
  });

  test('is there in full, as HTML', async () => {
    expect((await read())['content:encoded']).toBe(item.content);
  });

  test('names every author, and section and topics, as they are written', async () => {
    expect(await read()).toMatchObject({
      'dc:creator': ['A. Reporter', 'Smith & Daughter <ltd>', 'AT&amp;T'],
      category: ['World', 'Food & drink'],
    });
  });

  test('has one guid that is no address, and that no new address changes', async () => {
    const guid = { '#text': 'urn:uuid:0', '@_isPermaLink': 'false' };
    expect((await read())['guid']).toEqual(guid);
    expect(await read({ url: 'https://moved.example/a/', title: 'New' })).toMatchObject({
      guid,
      link: 'https://moved.example/a/',
    });
  });
});

test('stories stand in the order in which they are given', async () => {
  const { channel } = await feed([
    { ...item, title: 'first' },
    { ...item, title: 'second' },
  ]);
  expect(channel.item.map(({ title }) => title)).toEqual(['first', 'second']);
});

test('a paper without stories still has a feed', async () => {
  const { channel } = await feed([]);
  expect(channel['title']).toBe('Bread & Circuses');
  expect(channel.item).toBeUndefined();
});

describe('characters that XML forbids are removed', () => {
  const forbidden = 'be\u0000f\u000Bo\uFFFFre';
  const expectNone = (text: string): void => {
    // eslint-disable-next-line no-control-regex -- these characters are the very point
    expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
    expect(text).toContain('before');
  };

  test.each([
    ['a headline', { title: forbidden }],
    ['a standfirst', { summary: forbidden }],
    ['an author’s name', { authors: [forbidden] }],
    ['a topic', { categories: [forbidden] }],
  ])('from %s', async (_, changes) => {
    expectNone((await feed([{ ...item, ...changes }])).text);
  });

  test.each([
    ['the paper’s name', { title: forbidden }],
    ['the paper’s tagline', { description: forbidden }],
  ])('from %s', async (_, changes) => {
    expectNone((await feed([], changes)).text);
  });
});
