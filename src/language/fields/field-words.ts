import type { InEveryLanguage } from '../table.ts';

/** What editors are told of a field, in forms, in the reference and in their text editor. */
export interface FieldWords {
  /** Its label. */
  title: InEveryLanguage;
  /** Of a list or of named values: the label of one of them. */
  item?: InEveryLanguage;
  /** What it is for, in a sentence or two of Markdown. Limits are added from the schema. */
  manual: InEveryLanguage;
}

/** The words of the fields of one file or group, by the fields' names. */
export type FieldTable = Readonly<Record<string, FieldWords>>;
