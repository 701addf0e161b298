import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeCopy } from '../../../src/describe/describe-copy.ts';
import { describeSchema } from '../../../src/describe/describe-schema.ts';
import type { FieldDescription } from '../../../src/describe/field.ts';
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
    expect(named(block, 'shape')).toMatchObject({ kind: 'choice', default: 'row' });
    expect(named(block, 'stories')).toMatchObject({ min: 1, max: 12, default: 4 });
  });
});

const word = (text: string) => ({ en: text, fr: text, uk: text, ar: text });

describe('a field that is added to a schema', () => {
  test('is in the form without another line', () => {
    const motto = line(40)
      .optional()
      .meta({ words: { title: word('Motto'), manual: word('What it lives by.') } });
    expect(describeSchema(sectionSchema.extend({ motto }), 'sections').at(-1)).toEqual({
      name: 'motto',
      kind: 'line',
      title: word('Motto'),
      manual: word('What it lives by.'),
      required: false,
      maxLength: 40,
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
