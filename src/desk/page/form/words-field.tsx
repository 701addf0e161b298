import type { FieldDescription } from '../../../describe/field.ts';
import { useSignal } from '@preact/signals';
import { formWords } from '../../words/form.ts';
import { fillIn } from '../fill-in.ts';
import { Combobox } from './combobox.tsx';
import { findFor } from './find-entries.ts';
import { type ControlProps, said } from './form.ts';
import { Frame, useDescribed } from './frame.tsx';
import { ListButtons, listAt, writeList } from './list-buttons.tsx';
import { useNameOf } from './story-name.ts';

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const Word = (props: ControlProps & { item: FieldDescription; index: number; word: string }) => {
  const { form, path, item, index, word } = props;
  const name = useNameOf(form.desk, item, word);
  return (
    <li>
      <span class="word" dir="auto">
        {name}
      </span>
      <ListButtons form={form} path={path} index={index} what={name} />
    </li>
  );
};

/** A field for one more word of a list, taken with Enter or when the field is left. */
const OneMore = ({
  attributes,
  add,
}: {
  attributes: Record<string, unknown>;
  add: (word: string) => void;
}) => {
  const typed = useSignal('');
  const take = (): void => {
    const word = typed.value.trim();
    typed.value = '';
    if (word !== '') add(word);
  };
  return (
    <input
      {...attributes}
      type="text"
      dir="auto"
      value={typed.value}
      onInput={({ currentTarget }) => {
        typed.value = currentTarget.value;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        take();
      }}
      onBlur={take}
    />
  );
};

/** A list of words: names of entries, topics, addresses. */
export const WordsField = (props: ControlProps & { item: FieldDescription }) => {
  const { form, field, path, item } = props;
  const words = listAt(form, path).map(asText);
  const described = useDescribed(form, path, said(form, field.manual) !== '');
  const add = (word: string): void => {
    if (!words.includes(word)) writeList(form, path, [...listAt(form, path), word]);
  };
  const find = findFor(form.desk, item);
  const isSearched = item.of !== undefined || item.suggest !== undefined;
  const placeholder = fillIn(form.desk.words(formWords).add, { what: said(form, item.title) });
  return (
    <Frame {...props}>
      {words.length > 0 && (
        <ul class={item.suggest === undefined ? 'words in-lines' : 'words'}>
          {words.map((word, index) => (
            <Word key={`${word} ${index}`} {...props} index={index} word={word} />
          ))}
        </ul>
      )}
      {isSearched ? (
        <Combobox
          desk={form.desk}
          attributes={{ ...described, placeholder }}
          shown=""
          find={async (typed) => (await find(typed)).filter(({ value }) => !words.includes(value))}
          choose={add}
        />
      ) : (
        <OneMore attributes={{ ...described, placeholder }} add={add} />
      )}
    </Frame>
  );
};
