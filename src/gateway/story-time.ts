import { almanac, calendar, edition, type Story } from './edition.ts';

const { day, time, shortDay, isoDay } = calendar;
const today = isoDay(edition.moment);

/** When a story was published, in a narrow column of the front page: the time if that is today, else the day. */
export const shortTime = ({ published }: Story): string => {
  const moment = new Date(published);
  const written = isoDay(moment);
  if (written === today) return time(moment);
  return written.slice(0, 4) === today.slice(0, 4) ? shortDay(moment) : day(moment);
};

/** The time of day. */
export const timeOf = ({ published }: Story): string => time(new Date(published));

/** Stories by the paper's days, each with its heading, in their order. */
export const byDay = (stories: readonly Story[]): { title: string; stories: Story[] }[] =>
  [...Map.groupBy(stories, ({ published }) => isoDay(new Date(published)))].map(([iso, group]) => ({
    title: almanac.day(iso),
    stories: group,
  }));
