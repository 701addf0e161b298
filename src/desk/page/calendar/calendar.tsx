import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { firstDayOfWeek } from '../../../language/almanac.ts';
import type { StoryRow } from '../../paper/paper-model.ts';
import { deskWords } from '../../words/desk.ts';
import { listWords } from '../../words/list.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import { dayIn } from '../moments.ts';
import { Agenda } from './agenda.tsx';
import { DayCell } from './day-cell.tsx';
import { type Day, dayAfter, noonOf, sameDayInMonth, weeksOf } from './month-days.ts';
import { localeOf } from '../locale-of.ts';

/** More stories than a month has. */
const most = 2000;

/** The stories of each day of a month, in the order of their time. */
const useStoriesOf = (desk: Desk, days: () => { from: Day; to: Day }) => {
  const found = useSignal<ReadonlyMap<Day, readonly StoryRow[]>>(new Map());
  const asked = useRef(0);
  useSignalEffect(() => {
    const query = { ...days(), limit: most };
    const isEmpty = desk.files.all.value.size === 0;
    const mine = ++asked.current;
    const { timeZone } = desk.settings.publication;
    void desk.model.stories(query, desk.clock()).then(({ rows }) => {
      if (mine !== asked.current || isEmpty) return;
      const inOrder = rows
        .filter(({ published }) => !Number.isNaN(Date.parse(published)))
        .sort((one, other) => Date.parse(one.published) - Date.parse(other.published));
      found.value = Map.groupBy(inOrder, ({ published }) => dayIn(Date.parse(published), timeZone));
    });
  });
  return found;
};

const steps: Record<string, number> = { ArrowUp: -7, ArrowDown: 7, ArrowLeft: -1, ArrowRight: 1 };

/** A month of days in the paper's time zone, with what is scheduled and published. */
export const Calendar = ({ desk }: { desk: Desk }) => {
  const say = desk.words(listWords);
  const locale = localeOf(desk);
  const { timeZone } = desk.settings.publication;
  const today = dayIn(desk.clock(), timeZone);
  const chosen = useSignal<Day>(today);
  const hasMoved = useRef(false);
  const grid = useRef<HTMLTableElement>(null);
  const firstDay = firstDayOfWeek(locale);
  const weeksNow = (): Day[][] => weeksOf(chosen.value, firstDay);
  const stories = useStoriesOf(desk, () => {
    const days = weeksNow().flat();
    return { from: days[0] ?? today, to: days.at(-1) ?? today };
  });
  useEffect(() => {
    if (!hasMoved.current) return;
    hasMoved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${chosen.value}"]`)?.focus();
  }, [chosen.value]);

  const weeks = weeksNow();
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const month = format({ month: 'long', year: 'numeric' }).format(noonOf(chosen.value));
  const onKeyDown = (event: KeyboardEvent): void => {
    const isRightToLeft = document.documentElement.dir === 'rtl';
    const step = steps[event.key];
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    let next: Day | undefined;
    if (step !== undefined) next = dayAfter(chosen.value, sideways && isRightToLeft ? -step : step);
    if (event.key === 'PageUp') next = sameDayInMonth(chosen.value, -1);
    if (event.key === 'PageDown') next = sameDayInMonth(chosen.value, 1);
    if (next === undefined) return;
    event.preventDefault();
    hasMoved.current = true;
    chosen.value = next;
  };
  const turn = (label: string, sign: string, day: Day) => (
    <button
      type="button"
      class="button icon"
      aria-label={label}
      title={label}
      onClick={() => {
        chosen.value = day;
      }}
    >
      <span aria-hidden="true" class="turn">
        {sign}
      </span>
    </button>
  );
  return (
    <div class="calendar">
      <div class="view-head">
        <h1>{desk.words(deskWords).calendar}</h1>
        <div class="buttons">
          {turn(say.previousMonth, '‹', sameDayInMonth(chosen.value, -1))}
          <button
            type="button"
            class="button"
            onClick={() => {
              chosen.value = today;
            }}
          >
            {say.today}
          </button>
          {turn(say.nextMonth, '›', sameDayInMonth(chosen.value, 1))}
        </div>
      </div>
      <h2 class="month" aria-live="polite">
        {month}
      </h2>
      <table class="month-grid" role="grid" aria-label={month} ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col" abbr={format({ weekday: 'long' }).format(noonOf(day))}>
                {format({ weekday: 'short' }).format(noonOf(day))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <DayCell
                  key={day}
                  desk={desk}
                  day={day}
                  stories={stories.value.get(day) ?? []}
                  isToday={day === today}
                  isChosen={day === chosen.value}
                  isOutside={day.slice(0, 7) !== chosen.value.slice(0, 7)}
                  choose={() => {
                    chosen.value = day;
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Agenda desk={desk} stories={stories.value} month={chosen.value.slice(0, 7)} />
      <p class="count">{fillIn(say.zone, { zone: timeZone })}</p>
    </div>
  );
};
