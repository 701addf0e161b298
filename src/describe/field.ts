import type { InEveryLanguage } from '../language/table.ts';

/** What a field holds, which decides how a form asks for it. */
export type FieldKind =
  /** One line of text. */
  | 'line'
  /** Several lines. */
  | 'text'
  /** One of `choices`. */
  | 'choice'
  | 'yes-no'
  | 'whole-number'
  /** Date, time and UTC offset. */
  | 'moment'
  /** The id of an entry of the collection `of`. */
  | 'entry'
  /** The path of a picture, from the file. */
  | 'picture'
  /** A path on this site, or an address on another. */
  | 'address'
  /** Several named fields: `fields`. */
  | 'group'
  /** Any number of alike values: `item`. */
  | 'list'
  /** Names that an editor chooses, each with a value: `item`. */
  | 'names';

/** A field of a file of copy: everything that a form, a reference or an editor's machine needs to know of it. */
export interface FieldDescription {
  /** As it is written in the file. Empty for the item of a list. */
  name: string;
  kind: FieldKind;
  title: InEveryLanguage;
  /** Its manual, in a sentence or two of Markdown (backticks for code). */
  manual: InEveryLanguage;
  required: boolean;
  /** What leaving it out means. */
  default?: unknown;
  /** Characters (grapheme clusters) at most. */
  maxLength?: number;
  /** Of a number. */
  min?: number;
  max?: number;
  /** Of a list. */
  minItems?: number;
  maxItems?: number;
  choices?: readonly { value: string; title: InEveryLanguage }[];
  /** The collection that an entry's id is of. */
  of?: 'articles' | 'sections' | 'authors' | 'pages';
  /** Names that a form may suggest, though any other is right too. */
  suggest?: 'topics' | 'series';
  fields?: readonly FieldDescription[];
  item?: FieldDescription;
  /** What the chosen names of `names` are like. */
  key?: FieldDescription;
  /** Whether few editors need it, so that forms may fold it away. */
  rare?: boolean;
}
