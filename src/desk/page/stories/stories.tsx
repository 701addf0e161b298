import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { StoryQuery, StoryRow } from '../../paper/paper-model.ts';
import { deskWords } from '../../words/desk.ts';
import { listWords } from '../../words/list.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import { hashOf } from '../router.ts';
import { type Filter, Filters } from './filters.tsx';
import { KeptList } from './kept-list.tsx';
import { StoryDays } from './story-days.tsx';

/** Rows that are shown at first, and added at a time: more than a screenful. */
const page = 50;

/** All rows of a request, which the model may count in reviews' paths only when it has them all. */
const everything = 100_000;

const queryOf = ({ state, ...rest }: Filter, limit: number): StoryQuery => ({
  ...rest,
  ...(state === undefined || state === 'review' ? {} : { state }),
  limit: state === 'review' ? everything : limit,
});

/** The list of stories, filtered as the editor asks. */
export const Stories = ({ desk }: { desk: Desk }) => {
  const say = desk.words(listWords);
  const filter = useSignal<Filter>({});
  const limit = useSignal(page);
  const found = useSignal<{ rows: StoryRow[]; total: number } | undefined>(undefined);
  const asked = useRef(0);
  const inReview = useComputed(() => new Set(desk.reviews.value.flatMap((review) => review.paths)));

  useSignalEffect(() => {
    const now = filter.value;
    const most = limit.value;
    const { size } = desk.files.all.value;
    if (size === 0) {
      found.value = { rows: [], total: 0 };
      return;
    }
    const mine = ++asked.current;
    const onlyReviewed = now.state === 'review';
    const reviews = inReview.value;
    void desk.model.stories(queryOf(now, most), desk.clock()).then((answer) => {
      // An answer that was overtaken by a newer question is nobody's.
      if (mine !== asked.current) return;
      const rows = onlyReviewed
        ? answer.rows.filter(({ path }) => reviews.has(desk.files.forgePath(path)))
        : answer.rows;
      found.value = { rows, total: onlyReviewed ? rows.length : answer.total };
    });
  });

  const now = found.value;
  const isFiltered = Object.keys(filter.value).length > 0;
  return (
    <div class="stories">
      <div class="view-head">
        <h1>{desk.words(deskWords).stories}</h1>
        {now && (
          <p class="count" role="status">
            {fillIn(say.count, { shown: now.rows.length, total: now.total })}
          </p>
        )}
      </div>
      <KeptList desk={desk} />
      <Filters desk={desk} filter={filter} />
      {now?.total === 0 && (
        <p class="empty">
          {isFiltered ? say.none : say.noStories}{' '}
          {isFiltered ? (
            <button
              type="button"
              class="button"
              onClick={() => {
                filter.value = {};
              }}
            >
              {say.clear}
            </button>
          ) : (
            <a class="button strong" href={hashOf('new')}>
              {desk.words(deskWords).newStory}
            </a>
          )}
        </p>
      )}
      {now && <StoryDays desk={desk} rows={now.rows} />}
      {now && now.rows.length < now.total && (
        <button
          type="button"
          class="button"
          onClick={() => {
            limit.value += page;
          }}
        >
          {say.next}
        </button>
      )}
    </div>
  );
};
