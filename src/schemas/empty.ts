import { z } from 'zod';

/** The schema of what is written, without what a schema adds: defaults, transformations, being optional. */
const bare = (schema: z.core.$ZodType): z.core.$ZodType => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return bare(schema.def.innerType);
  }
  if (schema instanceof z.ZodPipe) {
    const { in: first, out } = schema.def;
    return bare(first instanceof z.ZodTransform ? out : first);
  }
  return schema;
};

/** A group is empty if nothing is written after any of its names. One with `""` was begun, and is asked to be finished. */
const isEmpty = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && Object.values(value).every((each) => each === null));

const accepts = (schema: z.core.$ZodType, value: unknown): boolean =>
  z.core.safeParse(schema, value).success;

/** Whether a field is as good as not written: left empty, where only a value would be right and none is needed. */
const isLeftOut = (schema: z.core.$ZodType, value: unknown): boolean =>
  isEmpty(value) && (value === null || !accepts(schema, value)) && accepts(schema, undefined);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What was written, without optional fields that were left empty, as the forms of a CMS leave them: `topics:`,
 * `""`, `[]`, `{}`. An empty value that the schema has a meaning for stays, and so does a required field, which the
 * schema will ask for.
 * @param schema decides what is optional
 * @param written anything; it is not changed
 */
export const withoutEmpty = (schema: z.core.$ZodType, written: unknown): unknown => {
  const inner = bare(schema);
  if (Array.isArray(written) && inner instanceof z.ZodArray) {
    return written
      .filter((item) => !(isEmpty(item) && !accepts(inner.def.element, item)))
      .map((item) => withoutEmpty(inner.def.element, item));
  }
  if (!isRecord(written)) return written;
  if (!(inner instanceof z.ZodObject || inner instanceof z.ZodRecord)) return written;
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, value]) => {
      const field: z.core.$ZodType | undefined =
        inner instanceof z.ZodObject
          ? (inner.def.shape as Record<string, z.core.$ZodType>)[name]
          : inner.def.valueType;
      if (!field) return [[name, value]];
      const rest = withoutEmpty(field, value);
      return isLeftOut(field, rest) ? [] : [[name, rest]];
    }),
  );
};
