import { yearsToTell } from '../edition/age.ts';
import { ageSentences } from '../language/age.ts';
import { edition, publication, type Story, words } from './edition.ts';

const sentence = ageSentences(words, publication.language);

/** The line that tells readers how old a story is; undefined if it needs none. */
export const ageOf = (story: Story): string | undefined => {
  const years = publication.ageNotice ? yearsToTell(story, edition.moment) : undefined;
  return years === undefined ? undefined : sentence(years);
};
