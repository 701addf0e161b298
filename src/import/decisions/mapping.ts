import { readFileSync } from 'node:fs';
import { dump, load } from 'js-yaml';
import { z } from 'zod';
import { kinds } from '../../schemas/kinds.ts';

/** What becomes of the entries of a type. */
const fates = ['article', 'page', 'skip'] as const;
export type Fate = (typeof fates)[number];

const names = z.record(z.string(), z.string().trim());

/**
 * The file `import.yaml`: what the import found, and what it makes of it. Whoever edits it decides the next run. Keys are
 * names in the source; values are names in the paper. `skip` leaves something out.
 */
const mappingSchema = z.strictObject({
  /** The time zone (IANA) of the site, for moments without an offset. */
  timeZone: z.string().optional(),
  /** Types of entries: article, page or skip. */
  types: z.record(z.string(), z.enum(fates)).default({}),
  /** Categories, by their slugs with those above them: the name of a file in `sections/`, or skip. */
  sections: names.default({}),
  /** The kind of the stories in a category. */
  kinds: z.record(z.string(), z.enum(kinds)).default({}),
  /** Tags, by their names: the name of the topic, or skip. */
  topics: names.default({}),
  /** Authors, by their names: the name of a file in `authors/`. */
  authors: names.default({}),
  /** Shortcodes that are not known: `words` keeps the words between them, `drop` leaves them out. */
  shortcodes: z.record(z.string(), z.enum(['words', 'drop'])).default({}),
  /** For a folder of Markdown: its fields, each with the paper's name for it. */
  fields: names.default({}),
});

export type Mapping = z.output<typeof mappingSchema>;

/** The mapping file cannot be used. The message says why. */
export class MappingError extends Error {}

/** A mapping that decides nothing. */
export const noMapping: Mapping = mappingSchema.parse({});

/**
 * Reads a mapping file.
 * @throws MappingError if it is not valid; the message names the field
 */
export const readMapping = (file: string, shown: string): Mapping => {
  let fields: unknown;
  try {
    fields = load(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new MappingError(`${shown}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = mappingSchema.safeParse(fields ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new MappingError(
    `${shown}: ${issue?.path.join(' → ') ?? ''}: ${issue?.message ?? 'not valid'}`,
  );
};

const comments: Record<keyof Mapping, string> = {
  timeZone: 'The time zone of the old site, for moments that do not show their offset.',
  types: 'Types of entries: article, page or skip.',
  sections: 'Categories: the name of a file in sections/, or skip.',
  kinds: `The kind of the stories in a category: ${kinds.join(', ')}.`,
  topics: 'Tags: the name of the topic, or skip. Tags with the same topic become one.',
  authors: 'Authors: the name of a file in authors/.',
  shortcodes: 'Unknown shortcodes: words keeps the words between them, drop leaves them out.',
  fields: 'Fields of the old frontmatter: the name of the field here.',
};

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** Writes a mapping as YAML, with a comment over each part. */
export const mappingAsText = (mapping: Mapping): string =>
  [
    '# What the import found in the old site, and what it made of it.',
    '# Change a value and run the import again: it follows this file.',
    // Always in this order, so that the next run writes the same bytes.
    ...mappingSchema
      .keyof()
      .options.filter((name) => !isEmpty(mapping[name]))
      .map((name) =>
        [
          '',
          `# ${comments[name]}`,
          dump({ [name]: mapping[name] }, { lineWidth: -1 }).trimEnd(),
        ].join('\n'),
      ),
    '',
  ].join('\n');
