import { edition } from './edition.ts';

/*
 * What a theme's components may show on any page. None of it changes with the stories, so a reused page shows the same
 * as a rebuilt one.
 */

export { addresses, almanac, calendar, direction, publication, words } from './edition.ts';
export type { Story } from './edition.ts';

/** An author, by the id that stories use. */
export const authorOf = edition.author;

/** A section, by the id that stories use. */
export const sectionOf = edition.section;
