import type { z } from 'zod';

/** Stands for the name of an entry that a faulty field should have named; no check asks after it. */
export const unnamed = '\u0000';

const placeholders: Record<string, unknown> = {
  headline: '–',
  standfirst: '–',
  title: '–',
  description: '–',
  name: '–',
  type: 'organization',
  order: 0,
  section: unnamed,
  authors: [unnamed],
  published: '1970-01-01T00:00:00Z',
};

/**
 * What is left of an entry without its faulty fields, so that the rest of it is checked too and an editor is told
 * every mistake at once. Undefined where nothing can be made of it.
 */
export const restOf = <Schema extends z.ZodObject>(
  schema: Schema,
  fields: unknown,
  issues: readonly z.core.$ZodIssue[],
): z.output<Schema> | undefined => {
  const faulty = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0
        ? issue.keys
        : [String(issue.path[0])],
    ),
  );
  const sound = Object.entries(typeof fields === 'object' && fields !== null ? fields : {});
  const rest = Object.fromEntries([
    ...Object.entries(placeholders).filter(([name]) => name in schema.shape),
    ...sound.filter(([name]) => !faulty.has(name)),
  ]);
  return schema.safeParse(rest).data;
};
