import { wordPressPermalinks } from '../../schemas/hosting.ts';
import type { Summary } from './survey.ts';
import { percentDecoded } from '../../percent-decoded.ts';

/** A path of an old address, decoded, with its query if that has a meaning; undefined if it is on another site. */
export const pathOnSite = (url: string, sites: readonly string[]): string | undefined => {
  let parsed: URL;
  try {
    parsed = new URL(url, sites[0] ?? 'https://site.invalid');
  } catch {
    return undefined;
  }
  if (!/^https?:$/.test(parsed.protocol)) return undefined;
  const plain = (host: string): string => host.replace(/^www\./, '');
  const site = sites.flatMap((address) => {
    const { host, pathname } = new URL(address);
    const folder = pathname.replace(/\/$/, '');
    const isHere =
      plain(host) === plain(parsed.host) &&
      (parsed.pathname === folder || parsed.pathname.startsWith(`${folder}/`));
    return isHere ? [folder] : [];
  });
  const [folder] = site.sort((a, b) => b.length - a.length);
  if (folder === undefined) return undefined;
  const rest = parsed.pathname.slice(folder.length) || '/';
  return percentDecoded(rest) + parsed.search;
};

/** A key under which all spellings of an old path are found: without a slash or `index.php` at its end. */
export const pathKey = (path: string): string => {
  const [name = '', query = ''] = path.split('?', 2);
  const trimmed = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\/(?:index\.(?:php|html?))?$/, '');
  const pairs = [...new URLSearchParams(query)].filter(([key]) =>
    /^(?:p|page_id|attachment_id|cat|tag|author)$/.test(key),
  );
  return pairs.length === 0
    ? trimmed || '/'
    : `${trimmed}/?${new URLSearchParams(pairs).toString()}`;
};

const patterns: readonly string[] = [
  ...Object.values(wordPressPermalinks),
  '/{section}/{slug}/',
  '/{yyyy}/{slug}/',
  '/{yyyy}/{mm}/{dd}/{slug}.html',
  '/{yyyy}/{mm}/{slug}.html',
  '/{slug}.html',
  '/archives/{slug}/',
  '/blog/{slug}/',
  '/blog/{yyyy}/{mm}/{dd}/{slug}/',
  '/news/{slug}/',
];

/** An old address made from its pattern. `day` is `2024-03-15`. */
export const fillPermalink = (
  pattern: string,
  day: string,
  slug: string,
  section: string,
): string => {
  const [yyyy = '', mm = '', dd = ''] = day.split('-');
  const parts: Record<string, string> = { yyyy, mm, dd, slug, section };
  return pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
};

/**
 * The pattern of the addresses that a site's stories had, such as `/{yyyy}/{mm}/{dd}/{slug}/`.
 * @param entries public entries with their moments, as copy writes them, and their old slugs of sections
 * @returns undefined if no pattern gives nine in ten of them
 */
export const oldPermalink = (
  entries: readonly { entry: Pick<Summary, 'link' | 'slug'>; published: string; section: string }[],
  sites: readonly string[],
): string | undefined => {
  const known = entries.flatMap(({ entry, published, section }) => {
    const path = entry.link === undefined ? undefined : pathOnSite(entry.link, sites);
    if (path === undefined || path.includes('?')) return [];
    return [{ key: pathKey(path), day: published.slice(0, 10), slug: entry.slug, section }];
  });
  if (known.length === 0) return undefined;
  const least = Math.ceil(known.length * 0.9);
  return patterns.find(
    (pattern) =>
      known.filter(
        ({ key, day, slug, section }) =>
          key === pathKey(fillPermalink(pattern, day, slug, section)),
      ).length >= least,
  );
};
