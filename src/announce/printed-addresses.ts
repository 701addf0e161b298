import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isFeed } from '../feeds/formats.ts';

/** Digests of what is at each address. */
export type Digests = ReadonlyMap<string, string>;

/** What a printed paper shows, by its absolute addresses. */
export interface PrintedAddresses {
  /** The absolute address of its front page. */
  front: string;
  /** The pages that search engines may show: those in its sitemaps. */
  pages: Digests;
  /** The feeds that have stories: an empty one shows the moment of its edition, and so changes every time. */
  feeds: Digests;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, text = '']) =>
    text.replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole),
  );

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Whether a feed has no item, in any of the formats. */
const isEmpty = (feed: string): boolean =>
  !/<(?:item|entry)[ >]/.test(feed) && !/"items":\s*\[\s*\{/.test(feed);

/**
 * What a page says: its title, and the words and links of its main part. Another scale of a picture, another advertisement,
 * or a section that is new in the menu of every page is no change.
 */
export const saidOn = (html: string): string => {
  const [, title = ''] = /<title>([^<]*)/.exec(html) ?? [];
  const [main = html] = /<main[ >][\s\S]*<\/main>/.exec(html) ?? [];
  const said = main
    .replaceAll(/<(aside|script|style)[ >][\s\S]*?<\/\1>/g, '')
    .replaceAll(/<(\/?[a-z][\w-]*)([^>]*)>/gi, (_, name: string, rest: string) => {
      const [link = ''] = /\shref=\S+/.exec(rest) ?? [];
      return `<${name}${link}>`;
    });
  return `${title}\n${said}`;
};

const digestOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);

/**
 * Reads the addresses of a printed paper from its own sitemaps, so that they are those it was printed for.
 * @param dir its folder
 * @returns undefined if there is no paper
 */
export const printedAddresses = (dir: string): PrintedAddresses | undefined => {
  const parts = locations(read(join(dir, 'sitemap.xml')) ?? '');
  const [first] = parts;
  if (first === undefined) return undefined;
  const front = new URL('.', first).href;
  const fileAt = (address: string): string =>
    join(dir, decodeURI(address.slice(front.length)).replace(/(?:^|\/)$/, '$&index.html'));
  const digests = (
    addresses: readonly string[],
    said: (text: string) => string,
    unless?: (text: string) => boolean,
  ): Digests =>
    new Map(
      addresses.flatMap((address): [string, string][] => {
        const text = read(fileAt(address));
        return text === undefined || unless?.(text) === true
          ? []
          : [[address, digestOf(said(text))]];
      }),
    );
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(isFeed);
  return {
    front,
    pages: digests(
      parts.flatMap((part) => locations(read(fileAt(part)) ?? '')),
      saidOn,
    ),
    feeds: digests(
      files.map((file) => front + file.split(sep).map(encodeURIComponent).join('/')).sort(),
      (feed) => feed,
      isEmpty,
    ),
  };
};
