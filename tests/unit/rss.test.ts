import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { FeedChannel } from '../../src/feeds/channel.ts';
import type { FeedItem } from '../../src/feeds/item.ts';
import { writeRss } from '../../src/feeds/rss.ts';
import { channel, forbidden, item } from './feed-channel.ts';

interface Parsed {
  channel: Record<string, unknown> & { item: Record<string, unknown>[] };
}

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => name === 'item',
});

/** The feed's text, and what a feed reader makes of it; throws if it is not well-formed. */
async function feed(items: FeedItem[], changes: Partial<FeedChannel> = {}) {
  const text = await writeRss({ ...channel, ...changes }, items);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the replacement needs another package
  return { text, channel: (parser.parse(text, true) as { rss: Parsed }).rss.channel };
}

/** The story as a feed reader sees it. */
async function read(changes: Partial<FeedItem> = {}): Promise<Record<string, unknown>> {
  const { channel } = await feed([{ ...item, ...changes }]);
  return channel.item[0] ?? {};
}

test('the feed names the paper, its language, its address and when it last changed', async () => {
  const { channel } = await feed([item]);
  expect(channel).toMatchObject({
    title: 'Bread & Circuses',
    description: 'All of <it>',
    link: 'https://news.example/paper/',
    language: 'en-GB',
    lastBuildDate: 'Thu, 13 Feb 2025 18:15:00 GMT',
    'atom:link': { '@_href': 'https://news.example/paper/rss.xml', '@_rel': 'self' },
  });
});

test('the feed changed with its most recently updated story, or with its edition if it is empty', async () => {
  const updated = { ...item, updated: new Date('2025-02-20T09:00:00Z') };
  const changed = async (items: FeedItem[]) => (await feed(items)).channel['lastBuildDate'];
  expect(await changed([updated, item])).toBe('Thu, 20 Feb 2025 09:00:00 GMT');
  expect(await changed([])).toBe('Sat, 01 Mar 2025 08:00:00 GMT');
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

  test('is included in full, as HTML', async () => {
    expect((await read())['content:encoded']).toBe(item.content);
  });

  test('names every author, the section and the topics as written', async () => {
    expect(await read()).toMatchObject({
      'dc:creator': ['A. Reporter', 'Smith & Daughter <ltd>', 'AT&amp;T'],
      category: ['World', 'Food & drink'],
    });
  });

  test('has a guid that is not an address, and survives a change of address', async () => {
    const guid = { '#text': 'urn:uuid:0', '@_isPermaLink': 'false' };
    expect((await read())['guid']).toEqual(guid);
    expect(await read({ url: 'https://moved.example/a/', title: 'New' })).toMatchObject({
      guid,
      link: 'https://moved.example/a/',
    });
  });
});

test('a feed of summaries is valid without content', async () => {
  const summary = await read({ content: undefined });
  expect(summary['content:encoded']).toBeUndefined();
  expect(summary['description']).toBe(item.summary);
});

test('a picture has its type, size and alternative text', async () => {
  expect((await read())['media:content']).toEqual({
    '@_url': item.picture?.url,
    '@_fileSize': '0',
    '@_type': 'image/jpeg',
    '@_medium': 'image',
    '@_width': '1280',
    '@_height': '720',
    'media:description': 'A “loaf” & <knife>',
  });
});

test('a hub is named if the publication has one', async () => {
  const { channel } = await feed([], { hub: 'https://hub.example/?a=1&b=2' });
  expect(channel['atom:link']).toContainEqual({
    '@_href': 'https://hub.example/?a=1&b=2',
    '@_rel': 'hub',
  });
});

test('stories keep the order in which they are given', async () => {
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
  const expectNone = (text: string): void => {
    // eslint-disable-next-line no-control-regex -- these characters are the point
    expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
    expect(text).toContain('before');
  };

  test.each([
    ['a headline', { title: forbidden }],
    ['a standfirst', { summary: forbidden }],
    ['an author’s name', { authors: [{ name: forbidden, url: item.url }] }],
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
