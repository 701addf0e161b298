import { createHash } from 'node:crypto';
import sanitizeHtml from 'sanitize-html';

/** What a feed says of an article: the one description that every format is written from. */
export interface FeedItem {
  /** Permanent: neither a new headline nor a new address changes it. */
  guid: string;
  /** Absolute address. */
  url: string;
  title: string;
  summary: string;
  /** The whole article as HTML, every address in it absolute; none where feeds carry summaries alone. */
  content: string | undefined;
  published: Date;
  updated: Date | undefined;
  authors: { name: string; url: string }[];
  /** Section first, then topics. */
  categories: string[];
  picture?: FeedPicture | undefined;
}

/** The picture that a feed sends beside its item. Its size in bytes is told once it is printed. */
export interface FeedPicture {
  /** Absolute address. */
  url: string;
  type: string;
  width: number;
  height: number;
  alt: string;
}

/** Stands where a picture's bytes are to be told: feeds are written before pictures are. */
export const bytesToCome = 0;

/** How many articles a feed carries: the newest. */
export const feedLength = 50;

/** The name space of the paper's guids: a random UUID, the same for ever. */
const nameSpace = Buffer.from('95bfde5a9d344770b378503850688933', 'hex');

/** A name-based UUID (RFC 9562, version 5) in the paper's name space, as a URN. */
export const nameBasedUrn = (name: string): string => {
  const bytes = createHash('sha1').update(nameSpace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
};

const feedTags = [
  ...['p', 'h2', 'h3', 'h4', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'hr', 'br', 'pre'],
  ...['figure', 'figcaption', 'img', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th'],
  ...['td', 'a', 'em', 'strong', 'b', 'i', 's', 'del', 'ins', 'sup', 'sub', 'code', 'kbd'],
  ...['mark', 'small', 'abbr', 'cite', 'q', 'time'],
];

/**
 * An article's guid: its own, or one made from its slug. It holds neither address nor headline, so no feed reader shows
 * a story twice because one of these changed.
 */
export const guidOf = ({ id, guid }: { id: string; guid?: string | undefined }): string =>
  guid ?? nameBasedUrn(id);

/**
 * Makes the HTML of an article fit for a feed: every address absolute, nothing but plain markup
 * (feed readers strip the rest, or show it wrongly), no characters that XML 1.0 forbids.
 * @param html the article's HTML, already sanitised for the page
 * @param address the article's absolute address, which relative ones are taken from
 */
export const feedContent = (html: string, address: string): string => {
  const absolute = (target: string | undefined): string | undefined =>
    target !== undefined && URL.canParse(target, address)
      ? new URL(target, address).href
      : undefined;
  const only = (attributes: Record<string, string | undefined>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(attributes).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
  return withoutControlCharacters(
    sanitizeHtml(html, {
      allowedTags: feedTags,
      allowedAttributes: {
        a: ['href'],
        img: ['src', 'alt', 'width', 'height'],
        time: ['datetime'],
        abbr: ['title'],
        th: ['colspan', 'rowspan'],
        td: ['colspan', 'rowspan'],
        ol: ['start', 'reversed'],
      },
      // The note under a card speaks of a page that a feed reader does not show.
      exclusiveFilter: ({ attribs }) => attribs['data-part'] === 'embed-note',
      transformTags: {
        summary: 'p',
        a: (tagName, { href }) => ({ tagName, attribs: only({ href: absolute(href) }) }),
        img: (tagName, { src, alt, width, height }) => ({
          tagName,
          attribs: only({ src: absolute(src), alt, width, height }),
        }),
      },
    }),
  );
};

/** Without the characters that XML 1.0 forbids. */
export const withoutControlCharacters = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these characters are the very point
  text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
