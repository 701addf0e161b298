import type { JSX } from 'preact';
import type { Mistake } from '../../../copy/mistakes.ts';
import type { FieldDescription } from '../../../describe/field.ts';
import type { InEveryLanguage } from '../../../language/table.ts';
import type { Desk } from '../desk.ts';
import type { OpenFile } from '../open-file.ts';
import type { FieldPath } from '../../source/field-path.ts';
import { controlOf } from './control-of.ts';

/** A form: the file that it writes, and what its fields are. */
export interface Form {
  desk: Desk;
  file: OpenFile;
  fields: readonly FieldDescription[];
}

/** What every control is given. */
export interface ControlProps {
  form: Form;
  field: FieldDescription;
  /** Where its value stands. */
  path: FieldPath;
}

/** What a control with fields inside is given. */
export interface NestProps extends ControlProps {
  /** The control for a field inside, which may have fields inside again: imported, it would import itself. */
  Field: (props: ControlProps) => JSX.Element | null;
}

/** A path as mistakes name it. */
const nameOfPath = (path: FieldPath): string => path.join('.');

/** The id of a control in the page. */
export const idOfPath = (path: FieldPath): string => `field-${nameOfPath(path)}`;

/** The words of a description in the desk's language. */
export const said = ({ desk }: Pick<Form, 'desk'>, words: InEveryLanguage): string =>
  words[desk.language.value];

/** The value at a path; undefined where nothing is written. */
export const valueAt = ({ file }: Pick<Form, 'file'>, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    file.fields.value,
  );

/** What is wrong with a control's value, and what is only doubtful. */
export const findingsAt = (
  { file, fields }: Form,
  path: FieldPath,
): { mistakes: Mistake[]; warnings: Mistake[] } => {
  const name = nameOfPath(path);
  const isHere = (mistake: Mistake): boolean =>
    mistake.file === file.path && controlOf(fields, file.fields.value, mistake.field) === name;
  return {
    mistakes: file.mistakes.value.filter(isHere),
    warnings: file.warnings.value.filter(isHere),
  };
};

/** Brings the keyboard to a control, through whatever is folded around it. */
export const goToControl = (id: string): void => {
  const control = document.getElementById(id);
  for (let around = control?.parentElement; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
  }
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
};
