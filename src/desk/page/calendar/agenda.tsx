import type { StoryRow } from '../../paper/paper-model.ts';
import { listWords } from '../../words/list.ts';
import type { Desk } from '../desk.ts';
import { CalendarStory } from './day-cell.tsx';
import { type Day, noonOf } from './month-days.ts';
import { localeOf } from '../locale-of.ts';

/** The days of a month that have stories, one below the other: for phones, and for days with more than the grid shows. */
export const Agenda = ({
  desk,
  stories,
  month,
}: {
  desk: Desk;
  stories: ReadonlyMap<Day, readonly StoryRow[]>;
  month: string;
}) => {
  const days = [...stories].filter(([day]) => day.startsWith(month));
  const format = new Intl.DateTimeFormat(localeOf(desk), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  if (days.length === 0) return <p class="empty">{desk.words(listWords).nothingThisMonth}</p>;
  return (
    <ol class="agenda">
      {days.map(([day, rows]) => (
        <li key={day}>
          <h3>{format.format(noonOf(day))}</h3>
          {rows.map((story) => (
            <CalendarStory key={story.path} desk={desk} story={story} />
          ))}
        </li>
      ))}
    </ol>
  );
};
