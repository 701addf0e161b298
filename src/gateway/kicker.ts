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
 * @param here the section whose own page it is on: that section is not named again, so the text may be empty
 */
export const kickerOf = (story: Story, here?: string): Kicker => ({
  text:
    labelOf(story, words) ?? (story.section === here ? '' : edition.section(story.section).title),
  isLive: story.state === 'live',
});
