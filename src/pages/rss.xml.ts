import { feedItemOf } from '../components/article/feed-item.ts';
import { addresses, edition, publication } from '../edition/load.ts';
import { feedLength } from '../feeds/item.ts';
import { writeRss } from '../feeds/rss.ts';

export const GET = async () =>
  writeRss(
    {
      title: publication.name,
      description: publication.tagline,
      language: publication.language,
      page: addresses.absolute(addresses.front),
      self: addresses.absolute(addresses.rss),
      built: edition.moment,
    },
    await Promise.all(edition.articles.slice(0, feedLength).map(feedItemOf)),
  );
