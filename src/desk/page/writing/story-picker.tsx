import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { StoryQuery, StoryRow } from '../../paper/paper-model.ts';
import type { Desk } from '../desk.ts';

const most = 8;

/** A search for a story, and what it found as buttons. */
export const StoryPicker = ({
  desk,
  label,
  none,
  isOut = false,
  onPick,
}: {
  desk: Desk;
  label: string;
  /** What to say if nothing is found. */
  none: string;
  /** Only those that readers can see. */
  isOut?: boolean;
  onPick: (story: StoryRow) => void;
}) => {
  const words = useSignal('');
  const rows = useSignal<readonly StoryRow[] | undefined>(undefined);
  const id = useId();
  const sought = words.value.trim();
  useEffect(() => {
    let isLast = true;
    const query: StoryQuery = { ...(sought && { words: sought }), limit: isOut ? 200 : most };
    void desk.model.stories(query, desk.clock()).then((found) => {
      if (!isLast) return;
      const seen = isOut
        ? found.rows.filter(({ state }) => /^(?:published|live)$/.test(state))
        : found.rows;
      rows.value = seen.slice(0, most);
    });
    return () => {
      isLast = false;
    };
  }, [sought, isOut]);
  return (
    <div class="story-picker">
      <div class="ask-field">
        <label for={id}>{label}</label>
        <input
          id={id}
          type="search"
          dir="auto"
          value={words.value}
          onInput={({ currentTarget }) => {
            words.value = currentTarget.value;
          }}
          onKeyDown={(event) => {
            // Enter would send the form around it.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      </div>
      <ul aria-live="polite">
        {rows.value?.map((story) => (
          <li key={story.path}>
            <button
              type="button"
              class="found-story"
              onClick={() => {
                onPick(story);
              }}
            >
              <span dir="auto">{story.headline || story.id}</span>
              <small>{story.published.slice(0, 10)}</small>
            </button>
          </li>
        ))}
        {rows.value?.length === 0 && <li class="hint">{none}</li>}
      </ul>
    </div>
  );
};
