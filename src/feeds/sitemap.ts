import { latest } from '../edition/changed.ts';
import { withoutControlCharacters as clean } from './item.ts';
import { declaration, writeElements } from './xml.ts';

/** A page as a sitemap tells of it. */
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
  /** What its address says: `2025-02`. */
  name: string;
  xml: string;
  /** The newest change of what it holds. */
  changed: string | undefined;
}

/** The most that one sitemap may hold (sitemaps.org): addresses, and bytes before they are zipped. */
export const sitemapLimits = { urls: 50_000, bytes: 52_428_800 };

const protocol = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/**
 * A whole sitemap (sitemaps.org 0.9).
 * @param entries its `url` elements
 * @param extension a further namespace: prefix and name
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
 * Writes the sitemaps of one group of pages: one, or more where the protocol's limits ask for it.
 * @param name what the first one is called; the others have a number after it
 * @param entries in an order in which new ones are added at the end, so that no full part changes with them
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

/** Writes the index of the sitemaps (sitemaps.org 0.9). */
export const writeSitemapIndex = (parts: readonly Omit<SitemapEntry, 'image'>[]): string => {
  const entries = parts.map(({ url, changed }) => ({ loc: clean(url), lastmod: changed }));
  return `${declaration}<sitemapindex ${protocol}>\n${writeElements({ sitemap: entries })}</sitemapindex>\n`;
};
