import { describe, expect, test } from 'vitest';
import { writeJsonFeed } from '../../src/feeds/json-feed.ts';
import type { FeedChannel } from '../../src/feeds/channel.ts';
import type { FeedItem } from '../../src/feeds/item.ts';
import { jsonFeed } from '../json-feed-schema.ts';
import { channel, item } from './feed-channel.ts';

const feed = (items: FeedItem[], changes: Partial<FeedChannel> = {}) =>
  jsonFeed.parse(JSON.parse(writeJsonFeed({ ...channel, ...changes }, items)));

test('the feed names the paper, its publisher, its language, its page and itself', () => {
  expect(feed([])).toMatchObject({
    title: 'Bread & Circuses',
    description: 'All of <it>',
    home_page_url: channel.page,
    feed_url: channel.self,
    language: 'en-GB',
    authors: [{ name: 'Smith & Daughter <ltd>' }],
    items: [],
  });
});

test('a hub is named if the publication has one', () => {
  expect(feed([])).not.toHaveProperty('hubs');
  const hub = 'https://hub.example/';
  expect(feed([], { hub }).hubs).toEqual([{ type: 'WebSub', url: hub }]);
});

describe('a story', () => {
  test('has everything that the page shows', () => {
    expect(feed([item]).items).toEqual([
      {
        id: 'urn:uuid:0',
        url: item.url,
        title: item.title,
        summary: item.summary,
        content_html: item.content,
        date_published: '2025-02-13T18:15:00.000Z',
        authors: item.authors,
        tags: item.categories,
        image: item.picture?.url,
        attachments: [
          {
            url: item.picture?.url,
            mime_type: 'image/jpeg',
            title: item.picture?.alt,
            size_in_bytes: 0,
          },
        ],
      },
    ]);
  });

  test('without content has its standfirst as text, because an item must have text or HTML', () => {
    const [read] = feed([{ ...item, content: undefined }]).items;
    expect(read).toMatchObject({ content_text: item.summary });
    expect(read).not.toHaveProperty('content_html');
  });

  test('says when it was updated', () => {
    const [read] = feed([{ ...item, updated: new Date('2025-02-14T08:00:00Z') }]).items;
    expect(read?.date_modified).toBe('2025-02-14T08:00:00.000Z');
  });
});
