import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeCopy } from '../../../src/describe/describe-copy.ts';
import { copySchemas } from '../../../src/describe/copy-schemas.ts';
import { describeSchema } from '../../../src/describe/describe-schema.ts';
import type { FieldDescription } from '../../../src/describe/field.ts';
import { editorSchema } from '../../../src/describe/json-schema.ts';
import { referenceOf } from '../../../src/describe/reference.ts';
import { languages } from '../../../src/language/names.ts';
import { sectionSchema } from '../../../src/schemas/section.ts';
import { line } from '../../../src/schemas/values.ts';

/** A field and all that is in it, each with where it stands. */
const withInner = (field: FieldDescription, place: string): [string, FieldDescription][] => [
  [place, field],
  ...[...(field.fields ?? []), field.item, field.key]
    .filter((inner) => inner !== undefined)
    .flatMap((inner) => withInner(inner, `${place}.${inner.name}`)),
];

const everyField = Object.entries(describeCopy()).flatMap(([file, fields]) =>
  fields.flatMap((field) => withInner(field, `${file}.${field.name}`)),
);

describe('the form of every file', () => {
  test.each(everyField)('has words in every language for %s', (_, field) => {
    for (const language of languages) {
      expect(field.title[language].trim()).not.toBe('');
      // One of a list is explained with the list.
      if (field.name !== '') expect(field.manual[language].trim()).not.toBe('');
      for (const { title } of field.choices ?? []) expect(title[language].trim()).not.toBe('');
    }
  });

  test('has the fields of a story in the order of the manual, the required ones first', () => {
    const names = describeCopy().articles.map(({ name, required }) => [name, required]);
    expect(names.slice(0, 6)).toEqual([
      ['headline', true],
      ['standfirst', true],
      ['section', true],
      ['authors', true],
      ['published', true],
      ['updated', false],
    ]);
  });

  test('knows what a name must be the name of, and what leaving a field out means', () => {
    const { articles, front } = describeCopy();
    const named = (fields: readonly FieldDescription[], name: string) =>
      fields.find((field) => field.name === name);
    expect(named(articles, 'section')).toMatchObject({ kind: 'entry', of: 'sections' });
    expect(named(articles, 'authors')?.item).toMatchObject({ kind: 'entry', of: 'authors' });
    expect(named(articles, 'kind')).toMatchObject({ kind: 'choice', default: 'news' });
    const block = named(front, 'blocks')?.item?.fields ?? [];
    expect(named(block, 'shape')).toMatchObject({ kind: 'choice' });
    expect(named(block, 'half')).toMatchObject({ kind: 'yes-no', default: false });
    expect(named(block, 'stories')).toMatchObject({ min: 1, max: 12, default: 4 });
  });
});

describe('the limits that a form shows', () => {
  /** A right value of a field, from what its description says of it. */
  const sample = (field: FieldDescription): unknown => {
    if (field.kind === 'group') {
      return Object.fromEntries((field.fields ?? []).map((each) => [each.name, sample(each)]));
    }
    if (field.kind === 'address') return '/a/';
    return field.kind === 'moment' ? '2025-02-13T20:15:00+02:00' : 'a';
  };

  /** Whether a value at one place of a file is right, whatever is missing elsewhere. */
  const isRight = (place: string, value: unknown): boolean => {
    const [file = '', ...steps] = place.split('.');
    const step = (name: string) => (name === '' ? 0 : name);
    const written = steps.reduceRight<unknown>(
      (inner, name) => (name === '' ? [inner] : { [name]: inner }),
      value,
    );
    const { error } = copySchemas[file as keyof typeof copySchemas].safeParse(written);
    const own = steps.map(step).join('.');
    return !error?.issues.some((issue) => issue.path.join('.') === own);
  };

  const inStories = everyField.filter(([place]) => !/^(?:topics|series|redirects)/.test(place));

  test.each(inStories.filter(([, { maxLength }]) => maxLength))(
    'are those of the check, in the length of %s',
    (place, { maxLength = 0 }) => {
      expect(isRight(place, 'a'.repeat(maxLength))).toBe(true);
      expect(isRight(place, 'a'.repeat(maxLength + 1))).toBe(false);
    },
  );

  test.each(inStories.filter(([, { min, max }]) => min ?? max))(
    'are those of the check, in the number in %s',
    (place, { min, max }) => {
      for (const [limit, beyond] of [
        [min, -1],
        [max, 1],
      ] as const) {
        if (limit === undefined) continue;
        expect(isRight(place, limit)).toBe(true);
        expect(isRight(place, limit + beyond)).toBe(false);
      }
    },
  );

  test.each(inStories.filter(([, { maxItems }]) => maxItems))(
    'are those of the check, in how many %s has',
    (place, { item, minItems = 0, maxItems = 0 }) => {
      const many = (count: number) => Array.from({ length: count }, () => item && sample(item));
      expect(isRight(place, many(maxItems))).toBe(true);
      expect(isRight(place, many(maxItems + 1))).toBe(false);
      expect(isRight(place, many(minItems))).toBe(true);
      if (minItems > 0) expect(isRight(place, many(minItems - 1))).toBe(false);
    },
  );
});

const word = (text: string) => ({ en: text, fr: text, uk: text, ar: text });

describe('a field that is added to a schema', () => {
  const motto = line(40)
    .optional()
    .meta({ words: { title: word('Motto'), manual: word('What it lives by.') } });
  const schema = sectionSchema.extend({ motto });

  test('is in the form without another line', () => {
    expect(describeSchema(schema, 'sections').at(-1)).toEqual({
      name: 'motto',
      kind: 'line',
      title: word('Motto'),
      manual: word('What it lives by.'),
      required: false,
      maxLength: 40,
    });
  });

  test('is in the reference and in the schema of text editors, likewise', () => {
    expect(referenceOf('sections', describeSchema(schema, 'sections'))).toContain(
      '| `motto` | **Motto**. What it lives by. | one line, at most 40 characters |',
    );
    expect(editorSchema(schema, 'Sections')).toMatchObject({
      properties: {
        motto: {
          title: 'Motto',
          description: 'What it lives by. One line of at most 40 characters.',
        },
      },
    });
  });

  test.each([
    ['without words', line(40)],
    [
      'a list of things without a name',
      z.array(line(40)).meta({ words: { title: word('Mottos'), manual: word('All.') } }),
    ],
    [
      'a choice without names',
      z.enum(['a', 'b']).meta({ words: { title: word('Motto'), manual: word('One.') } }),
    ],
  ])('is refused, %s', (_, motto) => {
    expect(() => describeSchema(sectionSchema.extend({ motto }), 'sections')).toThrow(
      'sections.motto',
    );
  });
});
