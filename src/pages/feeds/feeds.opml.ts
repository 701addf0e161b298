import { correctionsFeed, followedLists } from '../../components/list/followed-lists.ts';
import { addresses, publication } from '../../gateway/edition.ts';
import { writeOpml } from '../../feeds/opml.ts';

const subscriptions = [
  ...Object.values(followedLists)
    .flat()
    .map(({ title, path }) => ({ title, page: path, path: addresses.feedOf(path) })),
  correctionsFeed,
].map(({ title, path, page }) => ({
  title,
  feed: addresses.absolute(path),
  page: addresses.absolute(page),
}));

export const GET = () =>
  new Response(writeOpml(publication.name, subscriptions), {
    headers: { 'Content-Type': 'text/x-opml; charset=utf-8' },
  });
