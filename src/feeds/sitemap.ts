import { latest } from '../edition/changed.ts';
import { withoutControlCharacters as clean } from './item.ts';
import { declaration, writeElements } from './xml.ts';

/** A page in a sitemap. */
export interface SitemapEntry {
  /** Its absolute address, percent-encoded (RFC 3986). */
  url: string;
  /** When it last changed, ISO 8601 with offset. */
  changed?: string | undefined;
  /** The absolute address of its picture. */
  image?: string | undefined;
}

/** A sitemap that holds some of the paper's pages. */
export interface SitemapPart {
  /** Its name in its address: `2025-02`. */
  name: string;
  xml: string;
  /** When any of its pages last changed. */
  changed: string | undefined;
}

/** The most that one sitemap may hold (sitemaps.org): addresses, and bytes before compression. */
export const sitemapLimits = { urls: 50_000, bytes: 52_428_800 };

const protocol = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/**
 * Writes a sitemap (sitemaps.org 0.9).
 * @param entries its `url` elements
 * @param extension an additional namespace: prefix and name
 */
export const urlset = (
  entries: readonly string[],
  [prefix, name]: readonly [prefix: string, name: string],
): string => {
  const lines = entries.map((entry) => `${entry}\n`);
  return `${declaration}<urlset ${protocol} xmlns:${prefix}="${name}">\n${lines.join('')}</urlset>\n`;
};

const images = ['image', 'http://www.google.com/schemas/sitemap-image/1.1'] as const;

const entryXml = ({ url, changed, image }: SitemapEntry): string =>
  writeElements({
    url: {
      loc: clean(url),
      lastmod: changed,
      'image:image': image === undefined ? undefined : { 'image:loc': clean(image) },
    },
  });

/**
 * Writes the sitemaps of one group of pages: one, or more if the protocol's limits require it.
 * @param name the first one's name; the others add a number to it
 * @param entries in an order that adds new ones at the end, so that full parts never change
 */
export const writeSitemapParts = (
  name: string,
  entries: readonly SitemapEntry[],
  limits = sitemapLimits,
): SitemapPart[] => {
  const frame = Buffer.byteLength(urlset([], images));
  const parts: { texts: string[]; bytes: number; changes: (string | undefined)[] }[] = [];
  for (const entry of entries) {
    const text = entryXml(entry);
    const bytes = Buffer.byteLength(`${text}\n`);
    let part = parts.at(-1);
    if (!part || part.texts.length === limits.urls || part.bytes + bytes > limits.bytes) {
      part = { texts: [], bytes: frame, changes: [] };
      parts.push(part);
    }
    part.texts.push(text);
    part.bytes += bytes;
    part.changes.push(entry.changed);
  }
  return parts.map(({ texts, changes }, n) => ({
    name: n === 0 ? name : `${name}-${String(n + 1)}`,
    xml: urlset(texts, images),
    changed: latest(changes),
  }));
};

/**
 * Whether a group of pages certainly fits into one sitemap, whatever the addresses of their pictures are.
 * @param urls the absolute addresses of the pages
 */
export const fitsOneSitemap = (urls: readonly string[], limits = sitemapLimits): boolean => {
  // An ampersand becomes five characters; a picture’s address and the elements around all take less than the rest.
  const most = urls.reduce((sum, url) => sum + 5 * url.length + 2000, 0);
  return urls.length <= limits.urls && most <= limits.bytes;
};

/** Writes the index of the sitemaps (sitemaps.org 0.9). */
export const writeSitemapIndex = (parts: readonly Omit<SitemapEntry, 'image'>[]): string => {
  const entries = parts.map(({ url, changed }) => ({ loc: clean(url), lastmod: changed }));
  return `${declaration}<sitemapindex ${protocol}>\n${writeElements({ sitemap: entries })}</sitemapindex>\n`;
};
