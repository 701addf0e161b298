/** A day of the calendar as it is written: `2026-12-24`. Days are counted without time zones, as on paper. */
export type Day = string;

const asDay = (date: Date): Day => date.toISOString().slice(0, 10);

const dateOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/** Some days later, or earlier. */
export const dayAfter = (day: Day, days: number): Day => {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return asDay(date);
};

/** The same day some months later; the month's last day where it has none of that number. */
export const sameDayInMonth = (day: Day, months: number): Day => {
  const date = dateOf(day);
  const number = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(number, date.getUTCDate()));
  return asDay(date);
};

/** The weeks that a month touches, each of seven days. */
export const weeksOf = (month: Day, firstDay: number): Day[][] => {
  const first = `${month.slice(0, 7)}-01`;
  const last = dayAfter(sameDayInMonth(first, 1), -1);
  const lead = (dateOf(first).getUTCDay() - (firstDay % 7) + 7) % 7;
  const weeks: Day[][] = [];
  for (let start = dayAfter(first, -lead); start <= last; start = dayAfter(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => dayAfter(start, index)));
  }
  return weeks;
};

/** A day as a moment at its noon in UTC, for `Intl` in that zone. */
export const noonOf = (day: Day): Date => dateOf(day);
