import { withoutControlCharacters as clean } from './item.ts';
import { writeXml } from './xml.ts';

/** A feed in a list of subscriptions. */
export interface Subscription {
  title: string;
  /** Absolute addresses of the feed and of the page that it follows. */
  feed: string;
  page: string;
}

/** Writes OPML 2.0 (opml.org): every feed of the paper in one file that feed readers import. */
export const writeOpml = (title: string, subscriptions: readonly Subscription[]): string =>
  writeXml({
    opml: {
      '@version': '2.0',
      head: { title: clean(title) },
      body: {
        outline: subscriptions.map(({ title, feed, page }) => ({
          '@type': 'rss',
          '@text': clean(title),
          '@title': clean(title),
          '@xmlUrl': feed,
          '@htmlUrl': page,
        })),
      },
    },
  });
