import { addresses, words } from '../../gateway/edition.ts';
import type { FeedLink } from '../../metadata/head.ts';
import { type FeedFormat, feedFormats } from '../../schemas/feeds.ts';

/** A link to one of a list's feeds, with the format's name. */
export type ListFeedLink = FeedLink & { format: string };

/**
 * The feeds of a list, one in each format.
 * @param name the list's name, as the links say it
 * @param path its address with the base path
 */
export const feedLinksOf = (name: string, path: string): ListFeedLink[] =>
  (Object.keys(feedFormats) as FeedFormat[]).map((format) => ({
    title: words.feedOf(name, feedFormats[format].name),
    path: addresses.feedOf(path, format),
    type: feedFormats[format].type,
    format: feedFormats[format].name,
  }));
