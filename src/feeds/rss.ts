import { escapeHtml } from '../escape-html.ts';
import { getRssString } from '@astrojs/rss';
import { changed, type FeedChannel } from './channel.ts';
import type { FeedFormat } from './format.ts';
import {
  byteCountPlaceholder,
  type FeedItem,
  type FeedPicture,
  withoutControlCharacters as clean,
} from './item.ts';
import { mediaContentSize } from './xml.ts';

const mediaType = 'application/rss+xml';

const text = (words: string): string => escapeHtml(clean(words));

const media = ({ url, type, width, height, alt }: FeedPicture): string =>
  `<media:content url="${escapeHtml(url)}" fileSize="${String(byteCountPlaceholder)}" type="${type}" medium="image" ` +
  `width="${String(width)}" height="${String(height)}">` +
  `<media:description>${text(alt)}</media:description></media:content>`;

/**
 * Writes RSS 2.0 as the RSS Best Practices Profile recommends: full content (`content:encoded`), authors
 * (`dc:creator`), pictures (Media RSS), categories, permanent guids and `atom:link rel=self`.
 */
export const writeRss = (channel: FeedChannel, items: readonly FeedItem[]): Promise<string> =>
  getRssString({
    title: clean(channel.title),
    description: clean(channel.description),
    site: channel.page,
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      media: 'http://search.yahoo.com/mrss/',
    },
    customData: [
      `<language>${text(channel.language)}</language>`,
      `<lastBuildDate>${changed(items, channel).toUTCString()}</lastBuildDate>`,
      `<atom:link href="${escapeHtml(channel.self)}" rel="self" type="${mediaType}"/>`,
      channel.hub ? `<atom:link href="${escapeHtml(channel.hub)}" rel="hub"/>` : '',
    ].join(''),
    items: items.map((item) => ({
      title: clean(item.title),
      link: item.url,
      description: clean(item.summary),
      ...(item.content === undefined ? {} : { content: item.content }),
      pubDate: item.published,
      categories: item.categories.map(clean),
      customData: [
        `<guid isPermaLink="false">${text(item.guid)}</guid>`,
        ...item.authors.map(({ name }) => `<dc:creator>${text(name)}</dc:creator>`),
        item.rights === undefined ? '' : `<dc:rights>${text(item.rights)}</dc:rights>`,
        item.picture ? media(item.picture) : '',
      ].join(''),
    })),
  });

export const rss: FeedFormat = {
  file: 'rss.xml',
  type: mediaType,
  name: 'RSS',
  write: writeRss,
  pictureSize: mediaContentSize,
};
