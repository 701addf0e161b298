import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formWords } from '../../words/form.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';

/** Something to choose. */
export interface Choice {
  value: string;
  name: string;
  /** What tells it from others of the same name. */
  note?: string;
}

/** Finds choices for what was typed. */
export type FindChoices = (typed: string) => Promise<readonly Choice[]>;

interface Props {
  desk: Desk;
  /** Of the input, with what describes it. */
  attributes: Record<string, unknown> & { id: string };
  /** What the field shows while nothing is typed. */
  shown: string;
  find: FindChoices;
  choose: (value: string) => void;
  /** The field was emptied. */
  clear?: () => void;
}

/** A text field with a list of what fits: the combobox of ARIA 1.2, with a listbox. */
export const Combobox = ({ desk, attributes, shown, find, choose, clear }: Props) => {
  const say = desk.words(formWords);
  const typed = useSignal<string | undefined>(undefined);
  const choices = useSignal<readonly Choice[]>([]);
  const active = useSignal(0);
  const asked = useRef(0);
  const isOpen = typed.value !== undefined && choices.value.length > 0;
  const listId = `${attributes.id}-choices`;
  const optionId = (index: number): string => `${listId}-${String(index)}`;

  useEffect(() => {
    if (isOpen)
      document.getElementById(optionId(active.value))?.scrollIntoView({ block: 'nearest' });
  });

  const ask = (text: string): void => {
    typed.value = text;
    const mine = ++asked.current;
    void find(text.trim()).then((found) => {
      if (mine !== asked.current) return;
      choices.value = found;
      active.value = 0;
    });
  };
  const close = (): void => {
    asked.current += 1;
    typed.value = undefined;
    choices.value = [];
  };
  const take = (choice: Choice | undefined): void => {
    if (!choice) return;
    close();
    choose(choice.value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = choices.value.length - 1;
    switch (event.key) {
      case 'ArrowDown':
        if (isOpen) active.value = Math.min(last, active.value + 1);
        else ask(typed.value ?? '');
        break;
      case 'ArrowUp':
        active.value = Math.max(0, active.value - 1);
        break;
      case 'Enter':
        if (isOpen) take(choices.value[active.value]);
        break;
      case 'Escape':
        if (typed.value === undefined) return;
        close();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <div class="combobox">
      <input
        {...attributes}
        type="text"
        role="combobox"
        autocomplete="off"
        dir="auto"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? optionId(active.value) : undefined}
        value={typed.value ?? shown}
        onFocus={({ currentTarget }) => {
          currentTarget.select();
        }}
        onClick={() => {
          if (typed.value === undefined) ask('');
        }}
        onInput={({ currentTarget }) => {
          if (currentTarget.value === '') clear?.();
          ask(currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <ul
        id={listId}
        role="listbox"
        class={isOpen ? 'choices' : 'choices closed'}
        aria-label={say.name}
      >
        {choices.value.map(({ value, name, note }, index) => (
          <li
            key={value}
            id={optionId(index)}
            role="option"
            aria-selected={index === active.value}
            onPointerDown={(event) => {
              event.preventDefault();
            }}
            onClick={() => {
              take(choices.value[index]);
            }}
          >
            <span>{name}</span>
            {note !== undefined && <small>{note}</small>}
          </li>
        ))}
      </ul>
      <span class="hidden" role="status">
        {isOpen ? fillIn(say.found, { count: choices.value.length }) : ''}
      </span>
    </div>
  );
};
