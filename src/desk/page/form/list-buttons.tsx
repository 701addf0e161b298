import { formWords } from '../../words/form.ts';
import { fillIn } from '../fill-in.ts';
import type { Form } from './form.ts';
import type { FieldPath } from '../../source/field-path.ts';
import { valueAt } from './form.ts';

/** The values of a list as written. */
export const listAt = (form: Form, path: FieldPath): readonly unknown[] => {
  const value = valueAt(form, path);
  return Array.isArray(value) ? value : [];
};

/** Writes a list; an empty one is taken out, unless it must be there. */
export const writeList = (form: Form, path: FieldPath, list: readonly unknown[]): void => {
  form.file.set(path, list.length === 0 ? undefined : list);
};

/** The button below a list that adds an item to it. */
export const AddButton = ({
  form,
  what,
  isFull,
  add,
}: {
  form: Form;
  what: string;
  isFull: boolean;
  add: () => void;
}) => (
  <button type="button" class="button" disabled={isFull} onClick={add}>
    {fillIn(form.desk.words(formWords).add, { what })}
  </button>
);

/** Buttons beside an item of a list: up, down, away. */
export const ListButtons = ({
  form,
  path,
  index,
  what,
}: {
  form: Form;
  path: FieldPath;
  index: number;
  what: string;
}) => {
  const say = form.desk.words(formWords);
  const list = listAt(form, path);
  const moveTo = (place: number): void => {
    const rest = list.toSpliced(index, 1);
    writeList(form, path, rest.toSpliced(place, 0, list[index]));
  };
  const button = (label: string, sign: string, isPossible: boolean, act: () => void) => (
    <button
      type="button"
      class="button quiet icon"
      aria-label={fillIn(label, { what })}
      title={fillIn(label, { what })}
      disabled={!isPossible}
      onClick={act}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <span class="list-buttons">
      {list.length > 1 &&
        button(say.moveUp, '↑', index > 0, () => {
          moveTo(index - 1);
        })}
      {list.length > 1 &&
        button(say.moveDown, '↓', index < list.length - 1, () => {
          moveTo(index + 1);
        })}
      {button(say.remove, '×', true, () => {
        writeList(form, path, list.toSpliced(index, 1));
      })}
    </span>
  );
};
