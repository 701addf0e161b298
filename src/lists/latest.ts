import type { ListDefinition } from './definition.ts';

/** Every story by time. Its feeds are those of the whole paper. */
export const latestList: ListDefinition = {
  owner: 'the latest stories',
  page: 'by-day',
  sitemap: 'pages',
  lists: ({ catalogue, addresses, words: { latest } }) => [
    {
      id: 'latest',
      title: latest.title,
      description: latest.text,
      path: addresses.latest,
      stories: catalogue.articles,
    },
  ],
};
