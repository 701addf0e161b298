import { feedLength } from '../feeds/item.ts';
import { feedFormats } from '../feeds/formats.ts';
import type { ListDefinition } from './definition.ts';

/** The paper itself: every story. The front page shows a selection. */
export const paperList: ListDefinition = {
  owner: 'the front page',
  page: 'own',
  sitemap: 'pages',
  findableWhenEmpty: true,
  feeds: {
    formats: feedFormats,
    length: feedLength,
    title: (_list, paper) => paper,
    heading: ({ feeds }) => feeds.all,
    items: 'stories',
    owner: 'the feed',
  },
  lists: ({ catalogue, addresses, paper: { name, tagline } }) => [
    {
      id: 'front',
      title: name,
      description: tagline,
      path: addresses.front,
      stories: catalogue.articles,
    },
  ],
};
