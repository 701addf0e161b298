import type { StoryRow } from '../../paper/paper-model.ts';
import { listWords } from '../../words/list.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import { hashOf } from '../router.ts';
import { type Day, noonOf } from './month-days.ts';
import { localeOf } from '../locale-of.ts';

/** Stories that a day of the grid names; the agenda has them all. */
const mostNamed = 4;

/** The time of a story in the paper's time zone. */
const timeOf = (desk: Desk, { published }: StoryRow): string =>
  new Intl.DateTimeFormat(localeOf(desk), {
    timeStyle: 'short',
    timeZone: desk.settings.publication.timeZone,
  }).format(Date.parse(published));

/** A story in the calendar. */
export const CalendarStory = ({
  desk,
  story,
  isReachable = true,
}: {
  desk: Desk;
  story: StoryRow;
  isReachable?: boolean;
}) => (
  <a
    class={`calendar-story ${story.state}`}
    href={hashOf('story', story.path)}
    tabIndex={isReachable ? 0 : -1}
  >
    <time dateTime={story.published}>{timeOf(desk, story)}</time>{' '}
    <span dir="auto">{story.headline || story.id}</span>
    <span class="hidden"> ({desk.words(listWords)[story.state]})</span>
  </a>
);

/** A day of the grid. The keyboard reaches the chosen day and its stories. */
export const DayCell = ({
  desk,
  day,
  stories,
  isToday,
  isChosen,
  isOutside,
  choose,
}: {
  desk: Desk;
  day: Day;
  stories: readonly StoryRow[];
  isToday: boolean;
  isChosen: boolean;
  isOutside: boolean;
  choose: () => void;
}) => {
  const more = stories.length - mostNamed;
  const long = new Intl.DateTimeFormat(localeOf(desk), { dateStyle: 'full', timeZone: 'UTC' });
  return (
    <td
      role="gridcell"
      class={[isToday && 'today', isOutside && 'outside'].filter(Boolean).join(' ') || undefined}
      aria-selected={isChosen}
      aria-current={isToday ? 'date' : undefined}
      aria-label={long.format(noonOf(day))}
      data-day={day}
      tabIndex={isChosen ? 0 : -1}
      onClick={choose}
    >
      <span class="day-number">
        {new Intl.NumberFormat(localeOf(desk)).format(Number(day.slice(8)))}
      </span>
      {stories.slice(0, mostNamed).map((story) => (
        <CalendarStory key={story.path} desk={desk} story={story} isReachable={isChosen} />
      ))}
      {more > 0 && (
        <span class="count">{fillIn(desk.words(listWords).moreOnDay, { count: more })}</span>
      )}
    </td>
  );
};
