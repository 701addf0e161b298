import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { writeAtom } from '../../src/feeds/atom.ts';
import type { FeedChannel } from '../../src/feeds/channel.ts';
import type { FeedItem } from '../../src/feeds/item.ts';
import { channel, forbidden, item } from './feed-channel.ts';

type Entry = Record<string, unknown>;
type Feed = { entry: Entry[]; link: unknown[]; updated: string };

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => ['entry', 'link', 'category', 'feed.entry.author'].includes(name),
});

const feed = (items: FeedItem[], changes: Partial<FeedChannel> = {}) => {
  const text = writeAtom({ ...channel, ...changes }, items);
  return { text, ...(parser.parse(text) as { feed: Feed }).feed };
};
const read = (changes: Partial<FeedItem> = {}): Entry =>
  feed([{ ...item, ...changes }]).entry[0] ?? {};

test('the feed names the paper, its publisher, its language, its page and itself', () => {
  expect(feed([item])).toMatchObject({
    '@_xml:lang': 'en-GB',
    id: channel.self,
    title: 'Bread & Circuses',
    subtitle: 'All of <it>',
    author: { name: 'Smith & Daughter <ltd>' },
    link: [
      { '@_rel': 'self', '@_href': channel.self },
      { '@_rel': 'alternate', '@_href': channel.page },
    ],
  });
});

test('the feed was updated with its newest story, or with its edition if it has none', () => {
  const updated = new Date('2025-02-14T08:00:00Z');
  expect(feed([item, { ...item, updated }]).updated).toBe('2025-02-14T08:00:00.000Z');
  expect(feed([]).updated).toBe('2025-03-01T08:00:00.000Z');
});

test('a hub is named if the publication has one', () => {
  const links = feed([], { hub: 'https://hub.example/' }).link;
  expect(links).toContainEqual({ '@_rel': 'hub', '@_href': 'https://hub.example/' });
});

describe('a story', () => {
  test('has its headline, standfirst, address, times, authors and topics', () => {
    expect(read()).toMatchObject({
      id: 'urn:uuid:0',
      title: item.title,
      summary: item.summary,
      link: [{ '@_rel': 'alternate', '@_href': item.url }],
      published: '2025-02-13T18:15:00.000Z',
      updated: '2025-02-13T18:15:00.000Z',
      author: item.authors.map(({ name, url }) => ({ name, uri: url })),
      category: [{ '@_term': 'World' }, { '@_term': 'Food & drink' }],
    });
  });

  test('is included in full, as HTML', () => {
    expect(read()['content']).toEqual({ '@_type': 'html', '#text': item.content });
  });

  test('without content has only its standfirst', () => {
    expect(read({ content: undefined })['content']).toBeUndefined();
  });

  test('has its picture with type, size and alternative text', () => {
    expect(read()['media:content']).toMatchObject({
      '@_url': item.picture?.url,
      '@_type': 'image/jpeg',
      '@_width': '1280',
      '@_height': '720',
      'media:description': 'A “loaf” & <knife>',
    });
  });

  test('has a stable IRI as its id, even if its imported guid is not one', () => {
    expect(read({ guid: 'https://old.example/?p=12' })['id']).toBe('https://old.example/?p=12');
    const { id } = read({ guid: '12 at old' });
    expect(id).toMatch(/^urn:uuid:/);
    expect(read({ guid: '12 at old', title: 'New' })['id']).toBe(id);
  });
});

test('only characters that XML forbids are removed', () => {
  const name = { name: forbidden, url: item.url };
  const { text } = feed(
    [{ ...item, title: forbidden, summary: forbidden, authors: [name], categories: [forbidden] }],
    { title: forbidden, description: forbidden, publisher: forbidden },
  );
  // eslint-disable-next-line no-control-regex -- these characters are the point
  expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
  expect(text.match(/before/g)).toHaveLength(7);
});
