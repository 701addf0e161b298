import { calendarFor } from '../../../language/dates.ts';
import type { Review } from '../../forge/forge.ts';
import type { StoryRow } from '../../paper/paper-model.ts';
import { listWords } from '../../words/list.ts';
import type { Desk } from '../desk.ts';
import { hashOf } from '../router.ts';
import { localeOf } from '../locale-of.ts';

/** A moment as a list shows it, in the paper's time zone and the desk's language. */
export const shortMoment = (desk: Desk, written: string): string => {
  const moment = Date.parse(written);
  if (Number.isNaN(moment)) return written;
  return new Intl.DateTimeFormat(localeOf(desk), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: desk.settings.publication.timeZone,
  }).format(moment);
};

/** The time of a moment, below a heading that says its day. */
const timeOf = (desk: Desk, written: string): string => {
  const moment = new Date(written);
  const { time } = calendarFor(localeOf(desk), desk.settings.publication.timeZone);
  return Number.isNaN(moment.valueOf()) ? written : time(moment);
};

/** A story in a list. */
export const StoryLine = ({
  desk,
  row,
  review,
}: {
  desk: Desk;
  row: StoryRow;
  review?: Review;
}) => {
  const say = desk.words(listWords);
  const { sections, authors } = desk.names.value;
  const nameOf = (entries: readonly { id: string; name: string }[], id: string): string =>
    entries.find((entry) => entry.id === id)?.name ?? id;
  const by = row.authors.map((author) => nameOf(authors, author)).join(', ');
  return (
    <li class="story-line">
      <a class="story-link" href={hashOf('story', row.path)}>
        {row.headline || say.withoutName}
      </a>
      <p class="story-facts">
        <span class={`state ${row.state}`}>{say[row.state]}</span>
        {row.published && <time dateTime={row.published}>{timeOf(desk, row.published)}</time>}
        {row.section && <span class="in-section">{nameOf(sections, row.section)}</span>}
        {by && <span class="by">{by}</span>}
        {review && (
          <a class="state review" href={review.url} target="_blank" rel="noreferrer">
            {say.review}
          </a>
        )}
      </p>
    </li>
  );
};
