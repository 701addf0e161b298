import type { z } from 'zod';
import { withoutEmpty } from '../schemas/empty.ts';
import { readManuscript } from './frontmatter.ts';
import { type Mistake, mistakesOf, UnreadableError } from './mistakes.ts';

/**
 * Reads a file that describes things by their names: topics, series.
 * @param shown its path as mistakes name it
 * @param schema the schema of the whole file
 * @param known the fields of one thing, which a mistake about an unknown one lists
 * @returns undefined with the mistakes, if it has any
 */
export const readDescribed = <Schema extends z.ZodType>(
  shown: string,
  text: string,
  schema: Schema,
  known: readonly string[],
): { data: z.output<Schema> | undefined; mistakes: Mistake[] } => {
  try {
    const { fields: written } = readManuscript(shown, text);
    const fields = withoutEmpty(schema, written);
    const result = schema.safeParse(fields);
    if (result.success) return { data: result.data, mistakes: [] };
    return { data: undefined, mistakes: mistakesOf(shown, result.error.issues, fields, known) };
  } catch (error) {
    if (error instanceof UnreadableError) return { data: undefined, mistakes: [error.mistake] };
    throw error;
  }
};
