import { accentStyle } from '../theme/accents.ts';
import { edition, type Story } from './edition.ts';

/** The colours of sections on a page that lists stories of them: kickers, and lines above their blocks. */
export const accentsOf = (ids: readonly string[]): string => accentStyle(edition.tree, ids, true);

/** The colour of a story's own section. Its page is to stay small, so the related stories' have none on it. */
export const accentOfStory = ({ section }: Pick<Story, 'section'>): string =>
  accentStyle(edition.tree, [section], false);
