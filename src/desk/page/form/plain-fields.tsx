import { formWords } from '../../words/form.ts';
import { fillIn } from '../fill-in.ts';
import { type ControlProps, said, valueAt } from './form.ts';
import { Frame, useDescribed } from './frame.tsx';
import { keepState } from './kind-and-state.ts';

/** A value as a text field shows it. */
const asText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
};

/** Text as it is written: an empty field that need not be there is taken out. */
const written = (text: string, isRequired: boolean): string | undefined =>
  text === '' && !isRequired ? undefined : text;

/** A line of text or an address, or several lines. A long line may wrap, but not end. */
export const TextField = ({ form, field, path }: ControlProps) => {
  const value = asText(valueAt(form, path));
  const isLong = field.kind === 'text' || (field.maxLength ?? 0) >= 120;
  const isRequired = field.required;
  const write = (text: string): void => {
    const oneLine = field.kind === 'text' ? text : text.replaceAll(/[\r\n]+/g, ' ');
    form.file.set(path, written(oneLine, isRequired));
  };
  const shared = {
    ...useDescribed(form, path, said(form, field.manual) !== ''),
    value,
    dir: 'auto' as const,
    'aria-required': isRequired || undefined,
    placeholder: typeof field.default === 'string' ? field.default : undefined,
  };
  return (
    <Frame form={form} field={field} path={path} text={value}>
      {isLong ? (
        <textarea
          {...shared}
          rows={field.kind === 'text' ? 4 : 2}
          onInput={({ currentTarget }) => {
            write(currentTarget.value);
          }}
        />
      ) : (
        <input
          {...shared}
          type="text"
          onInput={({ currentTarget }) => {
            write(currentTarget.value);
          }}
        />
      )}
    </Frame>
  );
};

/** A whole number. What is no number is written as it is typed, and the check says so. */
export const NumberField = ({ form, field, path }: ControlProps) => (
  <Frame form={form} field={field} path={path}>
    <input
      {...useDescribed(form, path, said(form, field.manual) !== '')}
      type="text"
      inputMode="numeric"
      class="short"
      value={asText(valueAt(form, path))}
      placeholder={field.default === undefined ? undefined : asText(field.default)}
      aria-required={field.required || undefined}
      onInput={({ currentTarget: { value } }) => {
        const text = value.trim();
        const number = /^-?\d+$/.test(text) ? Number(text) : text;
        form.file.set(path, text === '' ? undefined : number);
      }}
    />
  </Frame>
);

/** One of a few values. The default stands first, and is written only where it replaces another. */
export const ChoiceField = ({ form, field, path }: ControlProps) => {
  const say = form.desk.words(formWords);
  const value = asText(valueAt(form, path));
  const choices = field.choices ?? [];
  const titleOf = (choice: string): string => {
    const known = choices.find((each) => each.value === choice);
    return known ? said(form, known.title) : choice;
  };
  const byDefault =
    typeof field.default === 'string'
      ? fillIn(say.byDefault, { value: titleOf(field.default) })
      : say.nothingChosen;
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  return (
    <Frame form={form} field={field} path={path}>
      <select
        {...useDescribed(form, path, said(form, field.manual) !== '')}
        value={value}
        aria-required={field.required || undefined}
        onChange={({ currentTarget }) => {
          form.file.set(path, currentTarget.value === '' ? undefined : currentTarget.value);
          keepState(form, path);
        }}
      >
        {(!field.required || value === '') && <option value="">{byDefault}</option>}
        {!isKnown && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {said(form, choice.title)}
          </option>
        ))}
      </select>
    </Frame>
  );
};

/** Yes or no. The default is never written: its line is taken out. */
export const YesNoField = ({ form, field, path }: ControlProps) => {
  const value = valueAt(form, path);
  const isOn = value === undefined ? field.default === true : value === true;
  return (
    <Frame form={form} field={field} path={path} isRequired={false}>
      <input
        {...useDescribed(form, path, said(form, field.manual) !== '')}
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget: { checked } }) => {
          form.file.set(path, checked === field.default ? undefined : checked);
        }}
      />
    </Frame>
  );
};
