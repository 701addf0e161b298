import { followedStories, type ListDefinition } from './definition.ts';

/** The parts of each series. */
export const seriesLists: ListDefinition = {
  owner: 'a series',
  reserved: (addresses) => [[addresses.page('series'), 'the series']],
  page: 'paginated',
  sitemap: 'series',
  feeds: { ...followedStories, heading: ({ series }) => series.all },
  lists: ({ catalogue: { series }, addresses, words }) =>
    series.all.map(({ id, title, text, articles, parts }) => ({
      id,
      title,
      description: text ?? words.series.about(title),
      path: addresses.series(id),
      stories: articles,
      inOrder: parts,
    })),
};
