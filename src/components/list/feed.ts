import { addresses, edition, publication, type Story } from '../../edition/load.ts';
import { leafLength } from '../../edition/leaves.ts';
import { writeRss } from '../../feeds/rss.ts';
import { feedItemOf } from '../article/feed-item.ts';

/**
 * Writes the feed of one list: as many of its newest stories as its first page shows.
 * @param path the list's address with the base path
 */
export const writeListFeed = async (
  name: string,
  description: string,
  path: string,
  stories: readonly Story[],
): Promise<Response> =>
  writeRss(
    {
      title: `${name} · ${publication.name}`,
      description,
      language: publication.language,
      page: addresses.absolute(path),
      self: addresses.absolute(addresses.feedOf(path)),
      built: edition.moment,
    },
    await Promise.all(stories.slice(0, leafLength).map(feedItemOf)),
  );
