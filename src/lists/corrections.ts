import { feedLength } from '../feeds/item.ts';
import { rss } from '../feeds/rss.ts';
import type { ListDefinition } from './definition.ts';

/** The stories that have notes on changes. The list's page and feed show the notes themselves. */
export const correctionsList: ListDefinition = {
  owner: 'the list of corrections',
  page: 'own',
  sitemap: 'pages',
  findableWhenEmpty: true,
  feeds: {
    formats: [rss],
    length: feedLength,
    title: (list, paper) => `${paper}: ${list}`,
    shownAs: (_list, { correctionsFeed }) => correctionsFeed,
    heading: ({ feeds }) => feeds.all,
    items: 'corrections',
    owner: 'the feed of corrections',
  },
  lists: ({ catalogue, addresses, words }) => [
    {
      id: 'corrections',
      title: words.corrections,
      description: words.correctionsAbout,
      path: addresses.corrections,
      stories: [...new Set(catalogue.changes().map(({ article }) => article))],
    },
  ],
};
