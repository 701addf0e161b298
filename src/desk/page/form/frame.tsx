import type { ComponentChildren } from 'preact';
import { countCharacters } from '../../../language/characters.ts';
import { formWords } from '../../words/form.ts';
import { fillIn } from '../fill-in.ts';
import { type ControlProps, findingsAt, type Form, idOfPath, said } from './form.ts';
import { MistakeWords } from './mistake-words.tsx';

/** Text with backticks for code. */
export const Manual = ({ text }: { text: string }) => (
  <>
    {text
      .split('`')
      .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
  </>
);

/** What a control says of itself to whoever cannot see it. */
export const useDescribed = (form: Form, path: ControlProps['path'], hasHint: boolean) => {
  const id = idOfPath(path);
  const { mistakes, warnings } = findingsAt(form, path);
  const parts = [
    hasHint && `${id}-hint`,
    mistakes.length + warnings.length > 0 && `${id}-findings`,
  ].filter((part) => part !== false);
  return {
    id,
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': mistakes.length > 0 ? (true as const) : undefined,
  };
};

/** The mistakes and warnings of a control. */
export const Findings = ({ form, path }: Pick<ControlProps, 'form' | 'path'>) => {
  const { mistakes, warnings } = findingsAt(form, path);
  if (mistakes.length + warnings.length === 0) return null;
  return (
    <ul class="field-findings" id={`${idOfPath(path)}-findings`}>
      {mistakes.map((mistake, index) => (
        <li key={`m${index}`} class="mistake">
          <MistakeWords desk={form.desk} mistake={mistake} />
        </li>
      ))}
      {warnings.map((warning, index) => (
        <li key={`w${index}`} class="doubt">
          <MistakeWords desk={form.desk} mistake={warning} />
        </li>
      ))}
    </ul>
  );
};

/** The mark of a field that must be filled in. */
export const RequiredMark = ({ form }: { form: Form }) => (
  <span class="required"> {form.desk.words(formWords).required}</span>
);

const Count = ({ form, text, most }: { form: Form; text: string; most: number }) => {
  const count = countCharacters(text.trim());
  return (
    <span class={count > most ? 'limit over' : 'limit'}>
      {fillIn(form.desk.words(formWords).left, { count, most })}
    </span>
  );
};

/** A label above a control, its manual and its mistakes below. */
export const Frame = ({
  form,
  field,
  path,
  isRequired = field.required,
  text,
  children,
}: ControlProps & { isRequired?: boolean; text?: string; children: ComponentChildren }) => {
  const id = idOfPath(path);
  const manual = said(form, field.manual);
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>
          {said(form, field.title)}
          {isRequired && <RequiredMark form={form} />}
        </label>
        {text !== undefined && field.maxLength !== undefined && (
          <Count form={form} text={text} most={field.maxLength} />
        )}
      </div>
      {children}
      {manual !== '' && (
        <p class="hint" id={`${id}-hint`}>
          <Manual text={manual} />
        </p>
      )}
      <Findings form={form} path={path} />
    </div>
  );
};
