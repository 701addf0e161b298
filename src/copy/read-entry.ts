import type { z } from 'zod';
import { withoutEmpty } from '../schemas/empty.ts';
import { type Collection, collections, idOf, nameOf } from './collections.ts';
import { readManuscript } from './frontmatter.ts';
import { type Mistake, mistakesOf, UnreadableError } from './mistakes.ts';
import { restOf } from './rest.ts';
import { shownPath } from './shown-path.ts';

/** A file of the content folder, read and validated. Faulty fields are dropped or replaced: see `restOf`. */
export interface Entry<Data> {
  id: string;
  /** Its absolute path. */
  file: string;
  /** Its path from the paper's folder, as mistakes name it. */
  shown: string;
  data: Data;
  body: string;
  /** How many lines of its file are above the body. */
  above: number;
}

/**
 * An entry of a file on a disk. Its body may be read only when something asks for it. Taking it apart with `...` asks for
 * all of it: change it with `withChanges`.
 */
export interface FiledEntry<Data> extends Entry<Data> {
  /** Changes when the text of its file does. */
  digest: string;
}

/** The result of reading a text: the entry, if anything in it is usable, and its mistakes. */
export interface Reading<Data> {
  entry: Entry<Data> | undefined;
  mistakes: Mistake[];
}

/** The result of reading a file. */
export interface FiledReading<Data> extends Reading<Data> {
  entry: FiledEntry<Data> | undefined;
}

const lineEnds = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** What the schema of a collection makes of a file. */
export type DataOf<C extends Collection> = z.output<(typeof collections)[C]['schema']>;

/**
 * The text of one file, checked by itself. Nothing is read from the disk.
 * @param file its absolute path, which need not exist
 * @param paperDir the folder that mistakes name it from
 */
export const readEntryText = <C extends Collection>(
  collection: C,
  file: string,
  paperDir: string,
  text: string,
): Reading<DataOf<C>> => {
  type Data = DataOf<C>;
  const shown = shownPath(file, paperDir);
  const { schema } = collections[collection];
  try {
    const { fields: written, body } = readManuscript(shown, text);
    const fields = withoutEmpty(schema, written);
    const id = idOf(file);
    if (id === '') {
      const mistake = {
        file: shown,
        found: `the name "${nameOf(file)}", which gives an empty address`,
        expected: 'a name with letters or digits, in any script',
        fix: 'Rename the file or its folder.',
      };
      return { entry: undefined, mistakes: [mistake] };
    }
    const result = schema.safeParse(fields);
    const whole = {
      id,
      file,
      shown,
      body,
      above: lineEnds(text.slice(0, text.length - body.length)),
    };
    if (result.success) return { entry: { ...whole, data: result.data as Data }, mistakes: [] };
    const { issues } = result.error;
    const rest = restOf(schema, fields, issues) as Data | undefined;
    return {
      entry: rest === undefined ? undefined : { ...whole, data: rest },
      mistakes: mistakesOf(shown, issues, fields, Object.keys(schema.shape)),
    };
  } catch (error) {
    if (error instanceof UnreadableError) return { entry: undefined, mistakes: [error.mistake] };
    throw error;
  }
};
