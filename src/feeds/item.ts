import sanitizeHtml from 'sanitize-html';
import { linkSchemes } from '../schemas/address.ts';

/** What a feed says about an article. Every format is written from this one description. */
export interface FeedItem {
  /** Permanent: neither a new headline nor a new address changes it. */
  guid: string;
  /** Absolute address. */
  url: string;
  title: string;
  summary: string;
  /** The whole article as HTML with absolute addresses; undefined if feeds carry summaries alone. */
  content: string | undefined;
  published: Date;
  updated: Date | undefined;
  authors: { name: string; url: string }[];
  /** Section first, then topics. */
  categories: string[];
  picture?: FeedPicture | undefined;
  /** The licence under which others may publish it, with its address. */
  rights?: string | undefined;
}

/** The picture of a feed item. Its size in bytes is filled in once it is encoded. */
export interface FeedPicture {
  /** Absolute address. */
  url: string;
  type: string;
  width: number;
  height: number;
  alt: string;
}

/** The placeholder for a picture's size in bytes: feeds are written before pictures are encoded. */
export const byteCountPlaceholder = 0;

/** How many articles a feed carries, newest first. */
export const feedLength = 50;

const feedTags = [
  ...['p', 'h2', 'h3', 'h4', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'hr', 'br', 'pre'],
  ...['figure', 'figcaption', 'img', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th'],
  ...['td', 'a', 'em', 'strong', 'b', 'i', 's', 'del', 'ins', 'sup', 'sub', 'code', 'kbd'],
  ...['mark', 'small', 'abbr', 'cite', 'q', 'time'],
];

/**
 * Prepares the HTML of an article for a feed: absolute addresses, plain markup only (feed readers strip the rest, or
 * show it wrongly), no characters that XML 1.0 forbids.
 * @param html the article's HTML, already sanitised for the page
 * @param address the article's absolute address, which relative ones are resolved against
 */
export const feedContent = (html: string, address: string): string => {
  const absolute = (target: string | undefined): string | undefined =>
    target !== undefined && URL.canParse(target, address)
      ? new URL(target, address).href
      : undefined;
  const defined = (attributes: Record<string, string | undefined>): Record<string, string> =>
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
      allowedSchemes: linkSchemes,
      // The note under an embed speaks of a page that a feed reader does not show.
      exclusiveFilter: ({ attribs }) => attribs['data-part'] === 'embed-note',
      transformTags: {
        summary: 'p',
        section: (tagName, attribs) => ({
          tagName: attribs['data-part'] === 'box' ? 'blockquote' : tagName,
          attribs,
        }),
        a: (tagName, { href }) => ({ tagName, attribs: defined({ href: absolute(href) }) }),
        img: (tagName, { src, alt, width, height }) => ({
          tagName,
          attribs: defined({ src: absolute(src), alt, width, height }),
        }),
      },
    }),
  );
};

/** Without the characters that XML 1.0 forbids. */
export const withoutControlCharacters = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- removing these characters is the point
  text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
