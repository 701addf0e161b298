import { atom } from './atom.ts';
import type { FeedFormat } from './format.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

/** Every format that the paper's feeds come in, the one for people without a preference first. */
export const feedFormats: readonly FeedFormat[] = [rss, atom, jsonFeed];

/** Whether a printed file is a feed: its name says so. */
export const isFeed = (file: string): boolean =>
  feedFormats.some((format) => file.split(/[\\/]/).at(-1) === format.file);
