import rss from '@astrojs/rss';
import { type FeedItem, withoutControlCharacters } from './item.ts';

/** What a feed says of itself. */
export interface FeedChannel {
  title: string;
  description: string;
  language: string;
  /** The absolute address of the page that the feed follows, and of the feed. */
  page: string;
  self: string;
  /** The edition's moment. */
  built: Date;
}

const escaped = (text: string): string =>
  withoutControlCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/**
 * Writes RSS 2.0 with full content (`content:encoded`), authors (`dc:creator`), categories, permanent guids and
 * `atom:link rel=self`, as the RSS Best Practices Profile asks.
 */
export const writeRss = (channel: FeedChannel, items: readonly FeedItem[]): Promise<Response> =>
  rss({
    title: withoutControlCharacters(channel.title),
    description: withoutControlCharacters(channel.description),
    site: channel.page,
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
    },
    customData: [
      `<language>${escaped(channel.language)}</language>`,
      `<lastBuildDate>${channel.built.toUTCString()}</lastBuildDate>`,
      `<atom:link href="${escaped(channel.self)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: items.map((item) => ({
      title: withoutControlCharacters(item.title),
      link: item.url,
      description: withoutControlCharacters(item.summary),
      content: item.content,
      pubDate: item.published,
      categories: item.categories.map(withoutControlCharacters),
      customData: [
        `<guid isPermaLink="false">${escaped(item.guid)}</guid>`,
        ...item.authors.map((name) => `<dc:creator>${escaped(name)}</dc:creator>`),
      ].join(''),
    })),
  });
