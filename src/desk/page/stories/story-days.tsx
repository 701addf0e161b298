import { calendarFor } from '../../../language/dates.ts';
import type { StoryRow } from '../../paper/paper-model.ts';
import type { Desk } from '../desk.ts';
import { localeOf } from '../locale-of.ts';
import { StoryLine } from './story-line.tsx';

interface Day {
  /** As a heading says it; empty for stories without a day. */
  name: string;
  rows: StoryRow[];
}

/** Stories by the day of the paper’s time zone on which they are published, in the order of the list. */
const daysOf = (rows: readonly StoryRow[], nameOf: (moment: Date) => string): Day[] => {
  const days: Day[] = [];
  for (const row of rows) {
    const moment = new Date(row.published);
    const name = Number.isNaN(moment.valueOf()) ? '' : nameOf(moment);
    const last = days.at(-1);
    if (last?.name === name) last.rows.push(row);
    else days.push({ name, rows: [row] });
  }
  return days;
};

/** A list of stories under the days on which they are published. */
export const StoryDays = ({ desk, rows }: { desk: Desk; rows: readonly StoryRow[] }) => {
  const { longDay } = calendarFor(localeOf(desk), desk.settings.publication.timeZone);
  const reviews = new Map(
    desk.reviews.value.flatMap((review) => review.paths.map((path) => [path, review])),
  );
  return (
    <div class="story-days">
      {daysOf(rows, longDay).map(({ name, rows: ofDay }, number) => (
        <section key={`${name} ${number}`}>
          {name !== '' && <h2 class="day">{name}</h2>}
          <ol class="story-list">
            {ofDay.map((row) => {
              const review = reviews.get(desk.files.forgePath(row.path));
              return <StoryLine key={row.path} desk={desk} row={row} {...(review && { review })} />;
            })}
          </ol>
        </section>
      ))}
    </div>
  );
};
