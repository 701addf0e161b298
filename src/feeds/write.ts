import type { FeedFormat } from '../schemas/feeds.ts';
import { writeAtom } from './atom.ts';
import type { FeedChannel } from './channel.ts';
import type { FeedItem } from './item.ts';
import { writeJsonFeed } from './json-feed.ts';
import { writeRss } from './rss.ts';

type Writer = (channel: FeedChannel, items: readonly FeedItem[]) => string | Promise<string>;

const writers: Record<FeedFormat, Writer> = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJsonFeed,
};

/** Writes a feed in one of the formats. */
export const writeFeed = async (
  format: FeedFormat,
  channel: FeedChannel,
  items: readonly FeedItem[],
): Promise<string> => writers[format](channel, items);
