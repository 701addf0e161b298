import { edition } from './edition.ts';

/*
 * What the components of a theme may show on any page. None of this changes with the stories: a page that is used again
 * shows what a new one would.
 */

export { addresses, almanac, calendar, direction, publication, words } from './edition.ts';
export type { Story } from './edition.ts';

/** An author, by the name that stories give. */
export const authorOf = edition.author;

/** A section, by the name that stories give. */
export const sectionOf = edition.section;
