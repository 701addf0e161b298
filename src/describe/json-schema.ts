import type { z } from 'zod';
import { type DescribedSchema, inputSchema, isSchema } from './describe-schema.ts';
import { linePattern } from './line-pattern.ts';

type Keywords = Record<string, unknown>;

/** What our schemas say of fields in words of their own, which other programs do not know. */
const ours = ['words', 'kind', 'of', 'suggest', 'choices', 'rare', 'expected'];

/** Schemas within a schema: named ones, those of items, of chosen names and of their values. */
const innerSchemas = (schema: DescribedSchema): Keywords => {
  const { properties } = schema;
  const named = Object.entries(properties ?? {}).map(([name, field]) => [
    name,
    plain(field as DescribedSchema),
  ]);
  const others = (['items', 'propertyNames', 'additionalProperties'] as const).flatMap((key) => {
    const inner = schema[key];
    return isSchema(inner) ? [[key, plain(inner)]] : [];
  });
  return {
    ...(properties && { properties: Object.fromEntries(named) as Keywords }),
    ...(Object.fromEntries(others) as Keywords),
  };
};

/** `maxLength` counts other things than characters, so a pattern stands for it. */
const lineKeywords = (limit: number, manual: string | undefined): Keywords => {
  const message = `One line of at most ${limit.toLocaleString('en')} characters.`;
  return {
    maxLength: undefined,
    pattern: linePattern(limit),
    patternErrorMessage: message,
    ...(manual !== undefined && { description: `${manual} ${message}` }),
  };
};

/** How a file writes what the desk lets people pick: words that nobody needs beside a form. */
const asWritten = ({ kind, of, expected }: DescribedSchema): string[] => {
  if (kind === 'moment' && expected !== undefined) return [`Write ${expected}.`];
  return of === undefined ? [] : [`Write the name of a file or folder in \`${of}/\`.`];
};

/** A schema in the keywords of JSON Schema, with ours turned into them. */
const plain = (schema: DescribedSchema): Keywords => {
  const { words, kind, expected, maxLength } = schema;
  const known = Object.entries(schema).filter(
    ([keyword, value]) =>
      !ours.includes(keyword) &&
      // The ends of whole numbers are nobody's choice.
      !(typeof value === 'number' && Math.abs(value) >= Number.MAX_SAFE_INTEGER),
  );
  const message = expected === undefined ? {} : { patternErrorMessage: `Expected ${expected}.` };
  return {
    ...(words && {
      title: words.title.en,
      description: [words.manual.en, ...asWritten(schema)].join(' '),
    }),
    ...Object.fromEntries(known),
    ...message,
    ...(kind === 'line' && maxLength !== undefined && lineKeywords(maxLength, words?.manual.en)),
    ...innerSchemas(schema),
  };
};

/**
 * A JSON Schema (draft 2020-12) of a file of copy, for text editors and other programs. What it refuses, the paper
 * refuses too; only rules about other files and about two moments are beyond it. Each `patternErrorMessage`, which
 * standards do not know, is what VS Code says.
 * @param schema of the file
 * @param title of the file, as editors of text show it
 */
export const editorSchema = (schema: z.core.$ZodType, title: string): Keywords => {
  const { $schema, ...rest } = plain(inputSchema(schema));
  return { $schema, ...rest, title };
};
