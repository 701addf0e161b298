import { z } from 'zod';
import { languages } from '../language/names.ts';
import type { InEveryLanguage } from '../language/table.ts';
import type { FieldDescription } from './field.ts';

/** A schema with what its fields say of themselves: their words, kinds, limits and references. */
export type DescribedSchema = z.core.GlobalMeta & z.core.JSONSchema.JSONSchema;

/** The schema of what an editor writes, which has what `meta` says of each field, from outer layers to inner ones. */
export const inputSchema = (schema: z.core.$ZodType): DescribedSchema =>
  z.toJSONSchema(schema, { io: 'input' });

const nothing = Object.fromEntries(languages.map((language) => [language, ''])) as InEveryLanguage;

/** Whether a part of a schema is one itself: `additionalProperties` may be false. */
export const isSchema = (part: unknown): part is DescribedSchema =>
  typeof part === 'object' && part !== null && !Array.isArray(part);

/** The limits of whole numbers that are nobody's choice. */
const isChosen = (limit: number | undefined): limit is number =>
  limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;

const describeChoices = (schema: DescribedSchema, place: string) =>
  (schema.enum ?? []).map((each) => {
    const value = String(each);
    const title = schema.choices?.[value];
    if (!title)
      throw new Error(
        `The value "${value}" of the field ${place} has no name: give it \`choices\`.`,
      );
    return { value, title };
  });

type Details = Pick<FieldDescription, 'kind'> & Partial<FieldDescription>;

/** What depends on what a field holds. */
const detailsOf = (schema: DescribedSchema, place: string): Details => {
  const { type, kind = 'line', minimum, maximum, maxLength, of, suggest } = schema;
  if (schema.enum) return { kind: 'choice', choices: describeChoices(schema, place) };
  if (type === 'boolean') return { kind: 'yes-no' };
  if (type === 'integer') {
    return {
      kind: 'whole-number',
      ...(isChosen(minimum) && { min: minimum }),
      ...(isChosen(maximum) && { max: maximum }),
    };
  }
  if (type === 'array') {
    const { minItems, maxItems, words } = schema;
    return {
      kind: 'list',
      ...(minItems !== undefined && { minItems }),
      ...(maxItems !== undefined && { maxItems }),
      item: describeItem(schema.items, words?.item, `${place}[]`),
    };
  }
  if (isSchema(schema.propertyNames)) {
    return {
      kind: 'names',
      key: describeItem(schema.propertyNames, undefined, `${place}{}`),
      item: describeItem(schema.additionalProperties, schema.words?.item, `${place}[]`),
    };
  }
  if (type === 'object') return { kind: 'group', fields: describeFields(schema, place) };
  if (type !== 'string') throw new Error(`The field ${place} is of a type that no form knows.`);
  return {
    kind,
    ...(kind === 'line' && maxLength !== undefined && { maxLength }),
    ...(of && { of }),
    ...(suggest && { suggest }),
  };
};

/** One of several: the words of what contains it name it, unless it has some of its own. */
const describeItem = (
  schema: unknown,
  title: InEveryLanguage | undefined,
  place: string,
): FieldDescription => {
  if (!isSchema(schema)) throw new Error(`${place} may be anything, which no form can ask for.`);
  const words = schema.words ?? (title && { title, manual: nothing });
  return describeField('', { ...schema, words }, true, place);
};

const describeField = (
  name: string,
  schema: DescribedSchema,
  required: boolean,
  place: string,
): FieldDescription => {
  const { words, rare } = schema;
  if (!words) {
    throw new Error(
      `The field ${place} has no words: write them in src/language/fields/, and name them in its schema, .meta({ words: … }).`,
    );
  }
  return {
    name,
    title: words.title,
    manual: words.manual,
    required,
    ...('default' in schema && { default: schema.default }),
    ...(rare && { rare }),
    ...detailsOf(schema, place),
  };
};

const describeFields = (schema: DescribedSchema, place: string): FieldDescription[] =>
  Object.entries(schema.properties ?? {}).map(([name, field]) =>
    describeField(
      name,
      field as DescribedSchema,
      schema.required?.includes(name) ?? false,
      `${place}.${name}`,
    ),
  );

/**
 * The fields of a file, in the order of its schema. A file of names that an editor chooses is one description without a
 * name, of the kind `names`.
 * @param schema of the file
 * @param file its name, for errors
 * @throws {Error} for a field without words, naming it
 */
export const describeSchema = (schema: z.core.$ZodType, file: string): FieldDescription[] => {
  const input = inputSchema(schema);
  return input.propertyNames === undefined
    ? describeFields(input, file)
    : [describeField('', input, true, file)];
};
