import { changed, type FeedChannel } from './channel.ts';
import type { FeedFormat } from './format.ts';
import { nameBasedUrn } from './guid.ts';
import {
  byteCountPlaceholder,
  type FeedItem,
  type FeedPicture,
  withoutControlCharacters as clean,
} from './item.ts';
import { mediaContentSize, writeXml, type XmlElement } from './xml.ts';

/** An entry's id must be an IRI; an imported guid may not be one. */
const idOf = ({ guid }: FeedItem): string => (URL.canParse(guid) ? guid : nameBasedUrn(guid));

const link = (rel: string, href: string, type?: string): XmlElement => ({
  '@rel': rel,
  '@type': type,
  '@href': href,
});

const media = ({ url, type, width, height, alt }: FeedPicture): XmlElement => ({
  '@url': url,
  '@fileSize': byteCountPlaceholder,
  '@type': type,
  '@medium': 'image',
  '@width': width,
  '@height': height,
  'media:description': clean(alt),
});

const entry = (item: FeedItem): XmlElement => ({
  id: idOf(item),
  title: clean(item.title),
  link: link('alternate', item.url, 'text/html'),
  published: item.published.toISOString(),
  updated: (item.updated ?? item.published).toISOString(),
  author: item.authors.map(({ name, url }) => ({ name: clean(name), uri: url })),
  category: item.categories.map((name) => ({ '@term': clean(name) })),
  summary: clean(item.summary),
  rights: item.rights === undefined ? undefined : clean(item.rights),
  content: item.content === undefined ? undefined : { '@type': 'html', '#text': item.content },
  'media:content': item.picture && media(item.picture),
});

const mediaType = 'application/atom+xml';

/** Writes Atom 1.0 (RFC 4287) with Media RSS for pictures. */
export const writeAtom = (channel: FeedChannel, items: readonly FeedItem[]): string =>
  writeXml({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xmlns:media': 'http://search.yahoo.com/mrss/',
      '@xml:lang': channel.language,
      id: channel.self,
      title: clean(channel.title),
      subtitle: clean(channel.description),
      updated: changed(items, channel).toISOString(),
      author: { name: clean(channel.publisher) },
      link: [
        link('self', channel.self, mediaType),
        link('alternate', channel.page, 'text/html'),
        ...(channel.hub ? [link('hub', channel.hub)] : []),
      ],
      entry: items.map(entry),
    },
  });

export const atom: FeedFormat = {
  file: 'atom.xml',
  type: mediaType,
  name: 'Atom',
  write: writeAtom,
  pictureSize: mediaContentSize,
};
