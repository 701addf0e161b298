import type { FeedChannel } from './channel.ts';
import type { FeedFormat } from './format.ts';
import { byteCountPlaceholder, type FeedItem, withoutControlCharacters as clean } from './item.ts';

const jsonItem = (item: FeedItem): object => ({
  id: clean(item.guid),
  url: item.url,
  title: clean(item.title),
  summary: clean(item.summary),
  ...(item.content === undefined
    ? { content_text: clean(item.summary) }
    : { content_html: item.content }),
  date_published: item.published.toISOString(),
  date_modified: item.updated?.toISOString(),
  authors: item.authors.map(({ name, url }) => ({ name: clean(name), url })),
  tags: item.categories.map(clean),
  image: item.picture?.url,
  attachments: item.picture && [
    {
      url: item.picture.url,
      mime_type: item.picture.type,
      size_in_bytes: byteCountPlaceholder,
      title: clean(item.picture.alt),
    },
  ],
});

/** Writes JSON Feed 1.1 (jsonfeed.org). */
export const writeJsonFeed = (channel: FeedChannel, items: readonly FeedItem[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: clean(channel.title),
    description: clean(channel.description),
    home_page_url: channel.page,
    feed_url: channel.self,
    language: channel.language,
    authors: [{ name: clean(channel.publisher) }],
    hubs: channel.hub ? [{ type: 'WebSub', url: channel.hub }] : undefined,
    items: items.map(jsonItem),
  });

export const jsonFeed: FeedFormat = {
  file: 'feed.json',
  type: 'application/feed+json',
  name: 'JSON',
  write: writeJsonFeed,
  pictureSize: new RegExp(
    `("url":"([^"]+)","mime_type":"[^"]+","size_in_bytes":)${String(byteCountPlaceholder)}(?=[,}])`,
    'g',
  ),
};
