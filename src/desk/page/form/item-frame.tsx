import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { FieldDescription } from '../../../describe/field.ts';
import { type ControlProps, idOfPath, valueAt } from './form.ts';

/** Items with more fields than these are folded, so that a list of them can be looked over. */
const fewFields = 3;

/** What is written in an item, in a line. */
const gistOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.values(value)
        .filter((part) => typeof part === 'string' && part !== '')
        .join(' · ')
    : '';

/** An item of a list: named, and folded if it is long and has something in it already. */
export const ItemFrame = ({
  form,
  path,
  item,
  name,
  children,
}: Pick<ControlProps, 'form' | 'path'> & {
  item: FieldDescription;
  name: string;
  children: ComponentChildren;
}) => {
  const id = idOfPath(path);
  const gist = gistOf(valueAt(form, path));
  const [isOpenAtFirst] = useState(gist === '');
  if ((item.fields?.length ?? 0) <= fewFields) {
    return (
      <fieldset class="item">
        <legend id={id} tabIndex={-1}>
          {name}
        </legend>
        {children}
      </fieldset>
    );
  }
  return (
    <details class="item folded" open={isOpenAtFirst}>
      <summary id={id}>
        {name}{' '}
        <span class="gist" dir="auto">
          {gist}
        </span>
      </summary>
      <div class="fields" role="group" aria-labelledby={id}>
        {children}
      </div>
    </details>
  );
};
