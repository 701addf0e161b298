import { dateFormat } from './day-words.ts';

/** Formats dates as editors wrote them, whatever the time zone. */
export interface Almanac {
  /** "2025", of `2025` */
  year: (year: string) => string;
  /** "February", of `2025-02` */
  month: (month: string) => string;
  /** "February 2025", of `2025-02` */
  monthAndYear: (month: string) => string;
  /** "Thursday, 13 February 2025", of `2025-02-13` */
  day: (day: string) => string;
  /** The days of the week, starting as the language's region does: "M" and "Monday". */
  weekdays: readonly { short: string; long: string }[];
  /** A month as on a wall calendar: its weeks, each of seven days or gaps. */
  weeks: (month: string) => (CalendarDay | undefined)[][];
}

/** A day on a wall calendar: `2025-02-13`, and "13". */
export interface CalendarDay {
  day: string;
  short: string;
}

const monday = Date.UTC(2024, 0, 1);
const oneDay = 86_400_000;

/** The first day of the week where a language is spoken: 1 is Monday, 7 is Sunday. */
export const firstDayOfWeek = (language: string): number => {
  // Firefox does not have it, and checks texts in the desk with this too.
  const locale: { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(language);
  return locale.getWeekInfo?.().firstDay ?? 1;
};

/**
 * Formats written dates with `Intl`, in the Gregorian calendar, which the addresses of articles follow.
 * @param language a BCP 47 tag
 */
export const almanacFor = (language: string): Almanac => {
  const format = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(language, { ...options, timeZone: 'UTC' });
  const [year, month, monthAndYear] = [
    format({ year: 'numeric' }),
    format({ month: 'long' }),
    format({ month: 'long', year: 'numeric' }),
  ];
  const [day, narrow, long] = [
    format({ dateStyle: 'full' }),
    format({ weekday: 'narrow' }),
    format({ weekday: 'long' }),
  ];
  const number = new Intl.NumberFormat(language);
  const firstDay = firstDayOfWeek(language);
  const weekdays = Array.from({ length: 7 }, (_, n) => {
    const time = monday + (firstDay - 1 + n) * oneDay;
    return { short: narrow(time), long: long(time) };
  });
  const weeks = (name: string): (CalendarDay | undefined)[][] => {
    const first = new Date(`${name}-01`);
    const length = new Date(
      Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0),
    ).getUTCDate();
    const gap = (first.getUTCDay() - firstDay + 7) % 7;
    return Array.from({ length: Math.ceil((gap + length) / 7) }, (_, week) =>
      Array.from({ length: 7 }, (__, place) => {
        const date = week * 7 + place - gap + 1;
        if (date < 1 || date > length) return undefined;
        return {
          day: `${name}-${String(date).padStart(2, '0')}`,
          short: number.format(date),
        };
      }),
    );
  };
  return {
    year: (name) => year(Date.parse(name)),
    month: (name) => month(Date.parse(name)),
    monthAndYear: (name) => monthAndYear(Date.parse(name)),
    day: (name) => day(Date.parse(name)),
    weekdays,
    weeks,
  };
};
