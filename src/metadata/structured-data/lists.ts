import type { CollectionPage } from 'schema-dts';

/**
 * A page that lists stories (schema.org CollectionPage with an ItemList).
 * @param stories the addresses of the stories on it, in order
 * @param before how many stories the previous pages list
 */
export const collectionData = (
  page: { name: string; description: string; url: string },
  stories: readonly string[],
  before = 0,
): CollectionPage => ({
  '@type': 'CollectionPage',
  ...page,
  mainEntity: {
    '@type': 'ItemList',
    itemListElement: stories.map((url, n) => ({
      '@type': 'ListItem',
      position: before + n + 1,
      url,
    })),
  },
});
