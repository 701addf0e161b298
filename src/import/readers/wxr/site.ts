import type { SourceSite } from '../../model.ts';
import { decodedOnce } from '../once.ts';
import type { Fields } from './records.ts';

/** An address without a slash, query or fragment at its end; undefined if it is none of the web. */
export const baseOf = (address: string | undefined): string | undefined => {
  if (address === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    return undefined;
  }
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/(?:\/index\.php)?\/*$/, '');
};

const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '');

/** The site below which WordPress keeps this address: that of an upload, or one with an entry's number. */
const siteOf = (address: string): string | undefined => {
  if (!URL.canParse(address)) return undefined;
  const { pathname, search } = new URL(address);
  const uploads = pathname.search(/\/(?:wp-content|wp-includes)\//);
  if (uploads !== -1)
    return baseOf(address.slice(0, address.indexOf(pathname)) + pathname.slice(0, uploads));
  return /^\?(?:p|page_id|attachment_id)=\d+/.test(search) ? baseOf(address) : undefined;
};

/** What an export says about the site it is of. */
export interface Site {
  /** Takes what stands at the head of an export. */
  add: (channel: Fields) => void;
  /** Takes an address that an item of the site had: its guid, that of an upload. */
  met: (address: string | undefined) => void;
  item: () => SourceSite;
}

export const exportSite = (): Site => {
  const addresses = new Set<string>();
  /** Hosts that have been looked at, so that ten thousand guids of one host cost nothing. */
  const seen = new Set<string>();
  const words: Pick<SourceSite, 'title' | 'description' | 'language'> = {};
  return {
    add: (channel) => {
      const text = (name: string): string | undefined =>
        decodedOnce(channel.get(name) ?? '') || undefined;
      words.title ??= text('title');
      words.description ??= text('description');
      words.language ??= text('language')?.replace('_', '-');
      const blog = baseOf(channel.get('wp:base_blog_url'));
      const home = baseOf(channel.get('link'));
      const network = baseOf(channel.get('wp:base_site_url'));
      const own = blog ?? home;
      // The first address of a network of sites is another one's: https://wordpress.com.
      const isOwn = network === undefined || own === undefined || hostOf(network) === hostOf(own);
      for (const address of [blog, home, isOwn ? network : undefined]) {
        if (address !== undefined) addresses.add(address);
      }
    },
    met: (address) => {
      const key = /^https?:\/\/[^/?#]+(?:\/[^/?#]*)?/i.exec(address ?? '')?.[0];
      if (address === undefined || key === undefined || seen.has(key)) return;
      const site = siteOf(address);
      if (site === undefined) return;
      addresses.add(site);
      seen.add(key);
    },
    item: () => ({ type: 'site', ...words, addresses: [...addresses] }),
  };
};
