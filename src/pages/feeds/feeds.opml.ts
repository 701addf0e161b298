import { rss } from '../../feeds/rss.ts';
import { writeOpml } from '../../feeds/opml.ts';
import { addresses, lists, publication, words } from '../../gateway/edition.ts';
import { feedGroups, feedLinksOf } from '../../lists/list-feeds.ts';

const subscriptions = feedGroups(lists, words)
  .flatMap((group) => group.lists)
  .flatMap((list) =>
    feedLinksOf(list, addresses, words)
      .filter(({ type }) => type === rss.type)
      .map(({ path, title }) => ({
        title: list.definition.feeds?.shownAs ? title : list.title,
        feed: addresses.absolute(path),
        page: addresses.absolute(list.path),
      })),
  );

export const GET = () =>
  new Response(writeOpml(publication.name, subscriptions), {
    headers: { 'Content-Type': 'text/x-opml; charset=utf-8' },
  });
