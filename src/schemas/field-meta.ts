import type { FieldWords } from '../language/fields/field-words.ts';
import type { WordTable } from '../language/table.ts';

/** The folders of the content folder whose files name one another. */
export type EntryCollection = 'articles' | 'sections' | 'authors' | 'pages';

declare module 'zod/v4/core' {
  /**
   * What zod cannot know of a field. Forms, the reference of all fields and JSON Schemas are made from it
   * (src/describe/); what is wrong with a value, the schema's rules alone decide.
   */
  interface GlobalMeta {
    /** Its label and manual: an entry of a table in src/language/fields/. */
    words?: FieldWords;
    /** What its text is, where a form should ask for it in a way of its own. */
    kind?: 'line' | 'moment' | 'entry' | 'picture' | 'address';
    /** The limit of a `line`, in characters as a person counts them. */
    maxLength?: number;
    /**
     * As a regular expression, what the schema's rules say: it may let wrong values through, but refuses no right one.
     * Programs that know JSON Schema, and not this one, find mistakes by it.
     */
    pattern?: string;
    /** What `pattern` asks for, in the words of the rule. */
    expected?: string;
    /** The collection that an `entry` is of. */
    of?: EntryCollection;
    /** Names that a form may suggest, though any other is right too. */
    suggest?: 'topics' | 'series';
    /** The names of an enum's values. */
    choices?: WordTable;
    /** Whether few editors need it. */
    rare?: boolean;
    // Any other keyword goes into the JSON Schema as it is: `oneOf`, `if`, `then` for rules across fields.
  }
}
