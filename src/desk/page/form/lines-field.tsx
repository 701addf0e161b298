import type { FieldDescription } from '../../../describe/field.ts';
import { formWords } from '../../words/form.ts';
import { fillIn } from '../fill-in.ts';
import { type ControlProps, idOfPath, said } from './form.ts';
import { Heading } from './heading.tsx';
import { AddButton, ListButtons, listAt } from './list-buttons.tsx';

/** A list of sentences, each in a field of its own. Enter goes on to the next, and begins one after the last. */
export const LinesField = ({
  form,
  field,
  path,
  item,
}: ControlProps & { item: FieldDescription }) => {
  const say = form.desk.words(formWords);
  const lines = listAt(form, path);
  const what = said(form, item.title);
  const isFull = field.maxItems !== undefined && lines.length >= field.maxItems;
  const idOf = (index: number): string => idOfPath([...path, index]);
  const goTo = (index: number): void => {
    if (index === lines.length) {
      if (isFull) return;
      form.file.set([...path, index], '');
    }
    requestAnimationFrame(() => document.getElementById(idOf(index))?.focus());
  };
  return (
    <fieldset class="group">
      <Heading form={form} field={field} path={path} />
      <ol class="items">
        {lines.map((line, index) => {
          const name = fillIn(say.numbered, { what, number: index + 1 });
          return (
            <li key={index} class="line field">
              <textarea
                id={idOf(index)}
                aria-label={name}
                rows={1}
                dir="auto"
                value={typeof line === 'string' ? line : JSON.stringify(line)}
                onInput={({ currentTarget: { value } }) => {
                  form.file.set([...path, index], value.replaceAll(/[\r\n]+/g, ' '));
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  event.preventDefault();
                  if (line !== '') goTo(index + 1);
                }}
              />
              <ListButtons form={form} path={path} index={index} what={name} />
            </li>
          );
        })}
      </ol>
      <AddButton
        {...{ form, what, isFull }}
        add={() => {
          goTo(lines.length);
        }}
      />
    </fieldset>
  );
};
