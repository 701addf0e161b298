import { UnreadableError } from '../../copy/mistakes.ts';
import { fieldsOf } from '../source/source.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a text; undefined while they cannot be read. */
export const readableFields = (path: string, text: string): Fields | undefined => {
  try {
    return fieldsOf(path, text);
  } catch (error) {
    if (error instanceof UnreadableError) return undefined;
    throw error;
  }
};

/** The fields of a text; none while they cannot be read. */
export const fieldsIn = (path: string, text: string): Fields => readableFields(path, text) ?? {};

/** What an entry is called: its headline, title or name; undefined if it has none yet. */
export const nameIn = (fields: Fields): string | undefined => {
  const name = [fields['headline'], fields['title'], fields['name']].find(
    (value) => typeof value === 'string' && value.trim() !== '',
  );
  return typeof name === 'string' ? name.trim() : undefined;
};
