import { followedStories, type ListDefinition } from './definition.ts';

/** The stories on each topic. */
export const topicLists: ListDefinition = {
  owner: 'a topic',
  reserved: (addresses) => [
    [addresses.topics, 'the list of topics'],
    [addresses.page('topic'), 'the topics'],
  ],
  page: 'paginated',
  sitemap: 'topics',
  feeds: { ...followedStories, heading: ({ topics }) => topics, mostStoriesFirst: true },
  lists: ({ catalogue: { topics }, addresses, words }) =>
    topics.all.map(({ slug, title, text, articles }) => ({
      id: slug,
      title,
      description: text ?? words.storiesOn(title),
      path: addresses.topic(slug),
      stories: articles,
      above: [{ title: words.topics, path: addresses.topics }],
    })),
};
