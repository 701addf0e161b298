import type { ListDefinition } from './definition.ts';

const archive: Omit<ListDefinition, 'lists'> = {
  owner: 'the archive',
  page: 'own',
  sitemap: 'pages',
};

/** The stories of each year, newest first. */
export const yearLists: ListDefinition = {
  ...archive,
  reserved: (addresses) => [[addresses.archive, 'the archive']],
  lists: ({ catalogue, addresses, words, almanac }) => {
    const years = Map.groupBy(catalogue.months(), (month) => month.slice(0, 4));
    return [...years].map(([year, months]) => ({
      id: year,
      title: words.archiveOf(almanac.year(year)),
      description: words.storiesOf(almanac.year(year)),
      path: addresses.year(year),
      stories: months.flatMap((month) => catalogue.inMonth(month)),
    }));
  },
};

/** The stories of each month, newest first. */
export const monthLists: ListDefinition = {
  ...archive,
  lists: ({ catalogue, addresses, words, almanac }) =>
    catalogue.months().map((month) => ({
      id: month,
      title: words.archiveOf(almanac.monthAndYear(month)),
      description: words.storiesOf(almanac.monthAndYear(month)),
      path: addresses.month(month),
      stories: catalogue.inMonth(month),
    })),
};
