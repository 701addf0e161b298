import { useSignal } from '@preact/signals';
import type { FieldDescription } from '../../../describe/field.ts';
import { formWords } from '../../words/form.ts';
import { listWords } from '../../words/list.ts';
import { fillIn } from '../fill-in.ts';
import { idOfPath, type NestProps, said, valueAt } from './form.ts';
import { Findings } from './frame.tsx';
import { Heading } from './heading.tsx';
import { ItemFrame } from './item-frame.tsx';
import { AddButton, ListButtons, listAt } from './list-buttons.tsx';

/** Named fields of a group. They must be filled in only where the group is there. */
const FieldsOf = ({ form, field, path, Field }: NestProps) => {
  const isThere = valueAt(form, path) !== undefined;
  return (
    <>
      {(field.fields ?? []).map((inner) => (
        <Field
          key={inner.name}
          form={form}
          field={isThere ? inner : { ...inner, required: false }}
          path={[...path, inner.name]}
        />
      ))}
    </>
  );
};

/** Several fields that belong together. */
export const GroupField = (props: NestProps) => (
  <fieldset class="group">
    <Heading {...props} />
    <FieldsOf {...props} />
  </fieldset>
);

/** What a new item of a list begins with: a group must have a field to be one. */
const emptyItem = ({ kind, fields }: FieldDescription): unknown => {
  if (kind !== 'group') return '';
  const [first] = fields ?? [];
  const required = (fields ?? []).filter((field) => field.required);
  return Object.fromEntries(
    (required.length > 0 ? required : [first]).map((field) => [field?.name, '']),
  );
};

/** A list of groups or moments. */
export const ListField = (props: NestProps & { item: FieldDescription }) => {
  const { form, field, path, item, Field } = props;
  const say = form.desk.words(formWords);
  const values = listAt(form, path);
  const what = said(form, item.title);
  const isFull = field.maxItems !== undefined && values.length >= field.maxItems;
  return (
    <fieldset class="group">
      <Heading form={form} field={field} path={path} />
      <ol class="items">
        {values.map((_, index) => {
          const name = fillIn(say.numbered, { what, number: index + 1 });
          return (
            <li key={index}>
              <ItemFrame form={form} path={[...path, index]} item={item} name={name}>
                <ListButtons form={form} path={path} index={index} what={name} />
                <Findings form={form} path={[...path, index]} />
                {item.kind === 'group' ? (
                  <FieldsOf Field={Field} form={form} field={item} path={[...path, index]} />
                ) : (
                  <Field form={form} field={item} path={[...path, index]} />
                )}
              </ItemFrame>
            </li>
          );
        })}
      </ol>
      <AddButton
        {...{ form, what, isFull }}
        add={() => {
          form.file.set([...path, values.length], emptyItem(item));
        }}
      />
    </fieldset>
  );
};

/** Names that the editor chooses, each with a value: topics, redirects. */
export const NamesField = (props: NestProps & { item: FieldDescription }) => {
  const { form, field, path, item, Field } = props;
  const say = form.desk.words(formWords);
  const typed = useSignal('');
  const value = valueAt(form, path);
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const keyTitle = field.key ? said(form, field.key.title) : say.name;
  const name = typed.value.trim();
  const isTaken = names.includes(name);
  const idOfNew = `${idOfPath(path)}-new`;
  return (
    <div class="names">
      <form
        class="new-name"
        onSubmit={(event) => {
          event.preventDefault();
          if (name === '' || isTaken) return;
          typed.value = '';
          form.file.set([...path, name], emptyItem(item));
        }}
      >
        <label for={idOfNew}>{keyTitle}</label>
        <input
          id={idOfNew}
          type="text"
          dir="auto"
          value={typed.value}
          aria-describedby={isTaken ? `${idOfNew}-taken` : undefined}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
        <button type="submit" class="button">
          {fillIn(say.add, { what: keyTitle })}
        </button>
        {isTaken && (
          <p class="mistake" id={`${idOfNew}-taken`} role="alert">
            {fillIn(form.desk.words(listWords).taken, { path: name })}
          </p>
        )}
      </form>
      {names.map((key) => (
        <details class="named" key={key}>
          <summary dir="auto">{key}</summary>
          {item.kind === 'group' ? (
            <FieldsOf Field={Field} form={form} field={item} path={[...path, key]} />
          ) : (
            <Field form={form} field={item} path={[...path, key]} />
          )}
          <button
            type="button"
            class="button danger"
            onClick={() => {
              form.file.set([...path, key], undefined);
            }}
          >
            {fillIn(say.remove, { what: key })}
          </button>
        </details>
      ))}
    </div>
  );
};
