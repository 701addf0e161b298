import type { Addresses } from '../addresses.ts';
import type { BodySetting } from '../copy/typeset.ts';
import { calendarFor } from '../language/dates.ts';
import { wordsFor } from '../language/words.ts';
import type { Publication } from '../schemas/publication.ts';

/** What the bodies of a paper are typeset with, apart from what is beside each. */
export const bodySettingOf = (
  { language, timeZone }: Publication,
  { link }: Addresses,
): BodySetting => {
  const calendar = calendarFor(language, timeZone);
  return {
    words: wordsFor(language),
    link,
    entryTime: calendar.time,
    entryDay: calendar.day,
  };
};
