import type { Signal } from '@preact/signals';
import type { StoryQuery, StoryState } from '../../paper/paper-model.ts';
import { listWords } from '../../words/list.ts';
import type { Desk } from '../desk.ts';

/** What the list of stories asks for; `review` is asked of the forge, the rest of the model. */
export type Filter = Pick<StoryQuery, 'words' | 'section' | 'author' | 'from' | 'to'> & {
  state?: StoryState | 'review';
};

const states = ['draft', 'scheduled', 'published', 'live'] as const;

/** The fields above the list of stories. */
export const Filters = ({ desk, filter }: { desk: Desk; filter: Signal<Filter> }) => {
  const say = desk.words(listWords);
  const { sections, authors } = desk.names.value;
  const now = filter.value;
  const change = (part: Filter): void => {
    const merged = { ...filter.value, ...part };
    filter.value = Object.fromEntries(Object.entries(merged).filter(([, value]) => Boolean(value)));
  };
  const choice = (
    name: 'section' | 'author',
    label: string,
    entries: readonly { id: string; name: string }[],
  ) => (
    <label class="filter">
      <span>{label}</span>
      <select
        value={now[name] ?? ''}
        onChange={({ currentTarget }) => {
          change({ [name]: currentTarget.value });
        }}
      >
        <option value="">{say.all}</option>
        {entries.map(({ id, name: title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
  const day = (name: 'from' | 'to') => (
    <label class="filter">
      <span>{say[name]}</span>
      <input
        type="date"
        value={now[name] ?? ''}
        onChange={({ currentTarget }) => {
          change({ [name]: currentTarget.value });
        }}
      />
    </label>
  );
  const reviewed = desk.settings.review ? (['review'] as const) : [];
  return (
    <form
      class="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <label class="filter search">
        <span>{say.search}</span>
        <input
          type="search"
          value={now.words ?? ''}
          onInput={({ currentTarget }) => {
            change({ words: currentTarget.value });
          }}
        />
      </label>
      <fieldset class="states">
        <legend>{say.state}</legend>
        {[undefined, ...states, ...reviewed].map((state) => (
          <label key={state ?? ''} class="pill">
            <input
              type="radio"
              name="state"
              checked={now.state === state}
              onChange={() => {
                change({ state });
              }}
            />
            <span>{state === undefined ? say.all : say[state]}</span>
          </label>
        ))}
      </fieldset>
      <details
        class="more-filters"
        open={[now.section, now.author, now.from, now.to].some((value) => value !== undefined)}
      >
        <summary>{say.more}</summary>
        <div class="row-of-filters">
          {choice('section', say.section, sections)}
          {choice('author', say.author, authors)}
          {day('from')}
          {day('to')}
        </div>
      </details>
    </form>
  );
};
