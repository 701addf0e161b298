import { labelOf } from '../edition/label.ts';
import { edition, type Story, words } from './edition.ts';

/** The line above a headline. */
export interface Kicker {
  text: string;
  /** Whether its coverage is running, which is shown in red. */
  isLive: boolean;
}

/**
 * What stands above a story's headline in every list: its kind and its own kicker or, for news without one, its section.
 * Never empty, so that rows align.
 */
export const kickerOf = (story: Story): Kicker => ({
  text: labelOf(story, words) ?? edition.section(story.section).title,
  isLive: story.state === 'live',
});
