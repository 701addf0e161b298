import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { StoryRow } from '../../paper/paper-model.ts';
import { frontWords } from '../../words/front.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import { movedTo } from './front-stories.ts';

/** What is known of the stories with these ids. */
const useStories = (desk: Desk, ids: readonly string[]): ReadonlyMap<string, StoryRow> => {
  const found = useSignal<ReadonlyMap<string, StoryRow>>(new Map());
  const all = desk.files.all.value;
  useEffect(() => {
    let isLast = true;
    void desk.model.stories({}, desk.clock()).then(({ rows }) => {
      if (isLast) found.value = new Map(rows.map((row) => [row.id, row]));
    });
    return () => {
      isLast = false;
    };
  }, [ids.join('\n'), all]);
  return found.value;
};

const isOut = (story: StoryRow | undefined): boolean =>
  story?.state !== 'published' && story?.state !== 'live';

/** Stories in an order that is changed by buttons or by dragging. */
export const StoryOrder = ({
  desk,
  ids,
  onChange,
}: {
  desk: Desk;
  ids: readonly string[];
  onChange: (ids: string[]) => void;
}) => {
  const say = desk.words(frontWords);
  const stories = useStories(desk, ids);
  const list = useRef<HTMLOListElement>(null);
  const dragged = useSignal<number | undefined>(undefined);
  const over = useSignal<number | undefined>(undefined);
  const nameOf = (id: string): string => stories.get(id)?.headline ?? id;
  const move = (from: number, to: number, button?: string): void => {
    onChange(movedTo(ids, from, to));
    const what = nameOf(ids[from] ?? '');
    desk.notify(fillIn(say.moved, { what, number: to + 1, all: ids.length }));
    if (button === undefined) return;
    // The keyboard goes with the story. At an end of the list, only the other button can go on.
    setTimeout(() => {
      const buttons = list.current?.children[to]?.querySelectorAll('button') ?? [];
      const usable = Array.from(buttons).filter(({ disabled }) => !disabled);
      (usable.find(({ name }) => name === button) ?? usable[0])?.focus();
    });
  };
  return (
    <ol class="ordered" ref={list}>
      {ids.map((id, at) => (
        <li
          key={id}
          draggable={ids.length > 1}
          class={over.value === at && dragged.value !== undefined ? 'over' : ''}
          onDragStart={({ dataTransfer }) => {
            dragged.value = at;
            dataTransfer?.setData('text/plain', nameOf(id));
          }}
          onDragEnd={() => {
            dragged.value = over.value = undefined;
          }}
          onDragOver={(event) => {
            if (dragged.value === undefined) return;
            event.preventDefault();
            over.value = at;
          }}
          onDrop={(event) => {
            event.preventDefault();
            if (dragged.value !== undefined && dragged.value !== at) move(dragged.value, at);
          }}
        >
          <span dir="auto">
            {nameOf(id)}
            {stories.size > 0 && isOut(stories.get(id)) && (
              <small class="wrong"> ({say.gone})</small>
            )}
          </span>
          <span class="order-buttons">
            {ids.length > 1 && (
              <>
                <button
                  type="button"
                  class="tool"
                  name="up"
                  disabled={at === 0}
                  aria-label={fillIn(say.up, { what: nameOf(id) })}
                  onClick={() => {
                    move(at, at - 1, 'up');
                  }}
                >
                  ↑
                </button>
                <button
                  type="button"
                  class="tool"
                  name="down"
                  disabled={at === ids.length - 1}
                  aria-label={fillIn(say.down, { what: nameOf(id) })}
                  onClick={() => {
                    move(at, at + 1, 'down');
                  }}
                >
                  ↓
                </button>
              </>
            )}
            <button
              type="button"
              class="tool"
              name="remove"
              aria-label={fillIn(say.remove, { what: nameOf(id) })}
              onClick={() => {
                onChange(ids.toSpliced(at, 1));
              }}
            >
              ×
            </button>
          </span>
        </li>
      ))}
    </ol>
  );
};
