import { followedStories, type ListDefinition } from './definition.ts';

/** The stories of each section, its subsections included. */
export const sectionLists: ListDefinition = {
  owner: undefined,
  page: 'paginated',
  sitemap: 'sections',
  feeds: { ...followedStories, heading: ({ sections }) => sections },
  lists: ({ catalogue: { sections, inSection, tree }, addresses }) =>
    sections.map(({ id, title, description }) => ({
      id,
      title,
      description,
      path: addresses.section(id),
      stories: inSection(id),
      above: tree
        .wayTo(id)
        .slice(0, -1)
        .map((outer) => ({ title: outer.title, path: addresses.section(outer.id) })),
      section: id,
    })),
};
