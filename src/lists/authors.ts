import { followedStories, type ListDefinition } from './definition.ts';

/** The stories of each author. */
export const authorLists: ListDefinition = {
  owner: undefined,
  reserved: (addresses) => [[addresses.page('author'), 'the authors']],
  page: 'paginated',
  sitemap: 'authors',
  feeds: {
    ...followedStories,
    heading: ({ feeds }) => feeds.authors,
    mostStoriesFirst: true,
  },
  lists: ({ catalogue: { authors, byAuthor }, addresses, words }) =>
    authors.map(({ id, name, bio }) => ({
      id,
      title: name,
      description: bio ?? words.storiesBy(name),
      path: addresses.author(id),
      stories: byAuthor(id),
    })),
};
