import { traitsOf } from '../schemas/kinds.ts';
import { edition, type Story, words } from './edition.ts';

/** The line above a headline. */
export interface Kicker {
  text: string;
  /** Whether the story is covered live, which is shown in red. */
  isLive: boolean;
}

/** What stands above a story's headline in every list: its kind or, for news, its section. Never empty, so that rows align. */
export const kickerOf = ({ kind, section }: Story): Kicker => ({
  text: traitsOf(kind).labelled ? words.kinds[kind] : edition.section(section).title,
  isLive: kind === 'live',
});
