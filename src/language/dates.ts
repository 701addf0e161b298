import { dateFormat } from './day-words.ts';

/** Formats dates and numbers for one publication. */
export interface Calendar {
  /** "13 February 2025" */
  day: (moment: Date) => string;
  /** "13 Feb": in a narrow column. */
  shortDay: (moment: Date) => string;
  /** "Thursday, 13 February 2025": the date of an edition. */
  longDay: (moment: Date) => string;
  /** "20:15": the time of an edition. */
  time: (moment: Date) => string;
  /** "2025-02-13", for machines. */
  isoDay: (moment: Date) => string;
  /** "13 February 2025 at 20:15" with the time zone's name: a byline's date. */
  minute: (moment: Date) => string;
  /** "16,985" */
  number: (value: number) => string;
  /** "Jane Doe, John Roe and Ann Lee" */
  list: (names: readonly string[]) => string;
  /** The separators in a list of names (", " and " and "): one fewer than there are names. */
  listGaps: (length: number) => string[];
}

/**
 * Formats dates and numbers with `Intl`, so that they never depend on the build machine.
 * @param language a BCP 47 tag
 * @param timeZone an IANA name
 */
export const calendarFor = (language: string, timeZone: string): Calendar => {
  const day = dateFormat(language, { dateStyle: 'long', timeZone });
  const shortDay = dateFormat(language, { day: 'numeric', month: 'short', timeZone });
  // Swedish writes dates as ISO 8601 does.
  const isoDay = dateFormat('sv', { dateStyle: 'short', timeZone });
  const longDay = dateFormat(language, { dateStyle: 'full', timeZone });
  const time = dateFormat(language, { timeStyle: 'short', timeZone });
  const minute = dateFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  const number = new Intl.NumberFormat(language);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    day,
    shortDay,
    longDay,
    time,
    isoDay: (moment) => isoDay(moment).padStart('2025-02-13'.length, '0'),
    minute,
    number: (value) => number.format(value),
    list: (names) => list.format(names),
    listGaps: (length) =>
      list
        .formatToParts(Array.from({ length }, () => 'x'))
        .filter(({ type }) => type === 'literal')
        .map(({ value }) => value),
  };
};
