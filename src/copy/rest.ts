import type { z } from 'zod';

/** Stands in for the id of an entry that a faulty field should have named. Checks ignore it. */
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
 * An entry without its faulty fields; required ones are replaced by placeholders. The rest is then checked too, so that
 * an editor sees every mistake at once. Undefined if even the rest is invalid.
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
  const given = Object.entries(typeof fields === 'object' && fields !== null ? fields : {});
  const rest = Object.fromEntries([
    ...Object.entries(placeholders).filter(([name]) => name in schema.shape),
    ...given.filter(([name]) => !faulty.has(name)),
  ]);
  return schema.safeParse(rest).data;
};
