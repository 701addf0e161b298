import { atom } from './atom.ts';
import type { FeedFormat } from './format.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

/** Every format of the paper's feeds, the default first. */
export const feedFormats: readonly FeedFormat[] = [rss, atom, jsonFeed];

const names = new Set(feedFormats.map(({ file }) => file));

/** Whether a built file is a feed, by its name. */
export const isFeed = (file: string): boolean =>
  names.has(file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1));
