import { addresses, edition, publication } from './edition.ts';

/*
 * What a theme's components may show on any page. None of it changes with the stories, and the keys of all pages cover
 * it, so a reused page shows the same as a rebuilt one.
 */

export { addresses, almanac, calendar, direction, publication, words } from './edition.ts';
export type { Story } from './edition.ts';

/** An author, by the id that stories use. */
export const authorOf = edition.author;

/** A section, by the id that stories use. */
export const sectionOf = edition.section;

/** What a masthead or a footer links to. */
export interface Destination {
  id: string;
  title: string;
  path: string;
}

const destinations = (
  copy: readonly { id: string; title: string }[],
  pathOf: (id: string) => string,
): readonly Destination[] => copy.map(({ id, title }) => ({ id, title, path: pathOf(id) }));

/** Every section, in the paper's order. */
export const sections = destinations(edition.sections, addresses.section);

/** The sections in the navigation: those that the publication file names, or else those that are in no other. */
export const navigation = destinations(
  publication.navigation?.map(edition.section) ?? edition.tree.top,
  addresses.section,
);

/** The standing pages, such as “About us”, by title. */
export const pages = destinations(edition.pages, addresses.page);
