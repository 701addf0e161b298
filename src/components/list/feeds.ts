import type { APIRoute } from 'astro';
import { addresses, edition, publication, type Story, words } from '../../gateway/edition.ts';
import { leafLength } from '../../edition/leaves.ts';
import type { FeedChannel } from '../../feeds/channel.ts';
import { type FeedItem, feedLength } from '../../feeds/item.ts';
import { writeFeed } from '../../feeds/write.ts';
import { type FeedFormat, feedFormats } from '../../schemas/feeds.ts';
import { feedItemOf } from '../../gateway/feed-item.ts';
import { feedKey } from '../page-key.ts';

/** A list of the paper, as far as its feeds say something of it. */
export type FollowedList = {
  title: string;
  description: string;
  /** The list's address with the base path. */
  path: string;
};

/** Answers with a feed of these items. */
export const answerFeed = async (
  format: FeedFormat,
  { title, description, path }: FollowedList,
  items: readonly FeedItem[],
): Promise<Response> => {
  const channel: FeedChannel = {
    title,
    description,
    language: publication.language,
    page: addresses.absolute(path),
    self: addresses.absolute(addresses.feedOf(path, format)),
    built: edition.moment,
    publisher: publication.publisher.name,
    hub: publication.feeds.hub,
  };
  const text = await writeFeed(format, channel, items);
  return new Response(text, {
    headers: { 'Content-Type': `${feedFormats[format].type}; charset=utf-8` },
  });
};

/** The paper's own feed: the newest stories of all. */
export const paperFeed = async (format: FeedFormat): Promise<Response> =>
  answerFeed(
    format,
    { title: publication.name, description: publication.tagline, path: addresses.front },
    await Promise.all(edition.articles.slice(0, feedLength).map(feedItemOf)),
  );

/** The route of a list's feed: it carries as many of the newest stories as the list's first page shows. */
const followed = (params: Record<string, string>, list: FollowedList, all: readonly Story[]) => {
  const stories = all.slice(0, leafLength);
  const cacheKey = stories.length > 0 ? feedKey(list, stories) : undefined;
  return { params, props: { ...list, stories }, cacheKey };
};

type ListPath = ReturnType<typeof followed>;

/** The routes of the feeds of lists of one kind. */
const feedsOf = (getStaticPaths: () => ListPath[]) => {
  const answer =
    (format: FeedFormat): APIRoute<ListPath['props']> =>
    async ({ props: { title, stories, ...list } }) =>
      answerFeed(
        format,
        { ...list, title: `${title} · ${publication.name}` },
        await Promise.all(stories.map(feedItemOf)),
      );
  return { getStaticPaths, rss: answer('rss'), atom: answer('atom'), json: answer('json') };
};

export const sectionFeeds = feedsOf(() =>
  edition.sections.map(({ id, title, description }) => {
    const path = addresses.section(id);
    const params = { section: addresses.parameter(path) };
    return followed(params, { title, description, path }, edition.inSection(id));
  }),
);

export const topicFeeds = feedsOf(() =>
  edition.topics.all.map(({ slug, title, text, articles }) => {
    const description = text ?? words.storiesOn(title);
    return followed({ topic: slug }, { title, description, path: addresses.topic(slug) }, articles);
  }),
);

export const authorFeeds = feedsOf(() =>
  edition.authors.map(({ id, name, bio }) => {
    const description = bio ?? words.storiesBy(name);
    const list = { title: name, description, path: addresses.author(id) };
    return followed({ author: id }, list, edition.byAuthor(id));
  }),
);
