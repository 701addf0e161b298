import { z } from 'zod';
import { webUrl } from './values.ts';

/** The formats of a feed: the name of its file, its media type, and what it is called. */
export const feedFormats = {
  rss: { file: 'rss.xml', type: 'application/rss+xml', name: 'RSS' },
  atom: { file: 'atom.xml', type: 'application/atom+xml', name: 'Atom' },
  json: { file: 'feed.json', type: 'application/feed+json', name: 'JSON' },
} as const;
export type FeedFormat = keyof typeof feedFormats;

/** Whether a printed file is a feed: its name says so. */
export const isFeed = (file: string): boolean =>
  Object.values(feedFormats).some(({ file: name }) => file.split(/[\\/]/).at(-1) === name);

/** What the paper's feeds carry. */
export const feedsSchema = z.strictObject({
  /** `full` sends readers of feeds the whole story, `summary` its standfirst alone. */
  content: z.enum(['full', 'summary']).default('full'),
  /**
   * A WebSub hub (W3C) that tells subscribers of new stories at once: `https://pubsubhubbub.appspot.com/`, for example.
   * Whatever publishes the paper must ping it.
   */
  hub: webUrl.optional(),
});
