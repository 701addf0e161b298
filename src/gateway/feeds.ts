import type { FeedChannel } from '../feeds/channel.ts';
import { changeItems } from '../feeds/change-items.ts';
import type { FeedFormat } from '../feeds/format.ts';
import type { FeedItem } from '../feeds/item.ts';
import type { List } from '../lists/registry.ts';
import { addresses, edition, followedIn, publication, type Story, words } from './edition.ts';
import { feedItemOf } from './feed-item.ts';
import { pageKeys } from './page-keys.ts';

/** The stories in a list's feeds; none if the feeds carry something else. */
const storiesIn = (list: List<Story>): readonly Story[] => {
  const { feeds } = list.definition;
  return feeds?.items === 'stories' ? followedIn(list).slice(0, feeds.length) : [];
};

/** The key of a list's feeds; undefined if they must always be rebuilt. */
export const feedKey = (list: List<Story>): string | undefined =>
  pageKeys.feed(list, storiesIn(list));

const itemsOf = (list: List<Story>): Promise<FeedItem[]> | FeedItem[] =>
  list.definition.feeds?.items === 'corrections'
    ? changeItems(edition.changes().slice(0, list.definition.feeds.length), {
        url: (story) => `${addresses.absolute(addresses.article(story))}#corrections`,
        title: (kind, headline) => words.changeTo(words.changes[kind], headline),
        section: (id) => edition.section(id).title,
      })
    : Promise.all(storiesIn(list).map(feedItemOf));

/** The response with a list's feed in one format. */
export const answerFeed = async (list: List<Story>, format: FeedFormat): Promise<Response> => {
  const { title, description, path, definition } = list;
  const channel: FeedChannel = {
    title: definition.feeds?.title(title, publication.name, words) ?? title,
    description,
    language: publication.language,
    page: addresses.absolute(path),
    self: addresses.absolute(addresses.feedOf(path, format.file)),
    built: edition.moment,
    publisher: publication.publisher.name,
    hub: publication.feeds.hub,
  };
  const text = await format.write(channel, await itemsOf(list));
  return new Response(text, { headers: { 'Content-Type': `${format.type}; charset=utf-8` } });
};
