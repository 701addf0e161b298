import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@cfworker/json-schema';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readManuscript } from '../../../src/copy/frontmatter.ts';
import { UnreadableError } from '../../../src/copy/mistakes.ts';
import { type CopyFile, copySchemas } from '../../../src/describe/copy-schemas.ts';
import { editorSchema } from '../../../src/describe/json-schema.ts';
import { withoutEmpty } from '../../../src/schemas/empty.ts';
import { line, moment } from '../../../src/schemas/values.ts';

const root = path.resolve(import.meta.dirname, '../../..');

const validatorOf = (schema: z.ZodType) =>
  new Validator(editorSchema(schema, ''), '2020-12', false);

const kindOf = (file: string): CopyFile | undefined => {
  const [, name = ''] = /\/content\/(\w+)(?:\/.*\.(?:md|yaml)|\.yaml)$/.exec(file) ?? [];
  return name in copySchemas ? (name as CopyFile) : undefined;
};

/** The fields of a file, or undefined if nobody can read them. */
const fieldsOf = (file: string): unknown => {
  try {
    return readManuscript(file, readFileSync(path.join(root, file), 'utf8')).fields;
  } catch (error) {
    if (error instanceof UnreadableError) return undefined;
    throw error;
  }
};

const written = globSync(
  ['src/content', 'templates/paper/content', 'tests/fixtures/*/content'].map(
    (folder) => `${folder}/**/*.{md,yaml}`,
  ),
  { cwd: root },
).flatMap((file) => {
  const kind = kindOf(`/${file}`);
  const fields = fieldsOf(file);
  return kind === undefined || fields === undefined ? [] : [{ file, kind, fields }];
});

/** What only a program that reads two fields as moments can know. */
const beyond = ['updated-before-published', 'withdrawn-before-it-began'].map(
  (name) => `tests/fixtures/mistakes/content/articles/2025/${name}/index.md`,
);

describe('a text editor', () => {
  const validators = Object.fromEntries(
    Object.entries(copySchemas).map(([kind, schema]) => [kind, validatorOf(schema)]),
  );

  test('finds fault with the same files as the check, of all that were ever written', () => {
    const faulty = (isFaulty: (kind: CopyFile, fields: unknown) => boolean) =>
      written
        .filter(({ kind, fields }) => isFaulty(kind, withoutEmpty(copySchemas[kind], fields)))
        .map(({ file }) => file);
    const byCheck = faulty((kind, fields) => !copySchemas[kind].safeParse(fields).success);
    const byEditor = faulty((kind, fields) => validators[kind]?.validate(fields).valid === false);
    expect(byEditor).toEqual(byCheck.filter((file) => !beyond.includes(file)));
    expect(byCheck.length).toBeGreaterThan(10);
  });

  test.each([
    ['a block of nothing', { blocks: [{ title: 'A' }] }],
    ['a block of two things', { blocks: [{ section: 'world', topic: 'NATO' }] }],
    ['a block of one kind without a heading', { blocks: [{ kind: 'opinion' }] }],
  ])('refuses %s', (_, fields) => {
    expect(validators['front']?.validate(fields).valid).toBe(false);
    expect(validators['front']?.validate({ blocks: [{ kind: 'opinion', title: 'A' }] }).valid).toBe(
      true,
    );
  });
});

describe('a limit in characters', () => {
  const limit = 12;
  const validator = validatorOf(line(limit));
  const accepts = (text: string) => validator.validate(text).valid;

  test.each(['a', 'é', 'ї', 'ع', '字', '각'])('is told of lines of “%s”', (character) => {
    const full = character.repeat(limit);
    expect([accepts(full), accepts(` ${full}\n`), accepts(`${full}a`)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test.each(['e\u0301', '👩‍🚀', '🇺🇦', '1\uFE0F\u20E3', 'क्ष', 'ำ', 'בּ'])(
    'never refuses what readers see as few: “%s”',
    (character) => {
      expect(line(limit).safeParse(character.repeat(limit)).success).toBe(true);
      expect(accepts(character.repeat(limit))).toBe(true);
    },
  );

  test.each(['', '  ', 'a\nb'])('belongs to one line with some text, not to %j', (text) => {
    expect(accepts(text)).toBe(false);
  });
});

test.each([
  ['2025-02-13T20:15:00+02:00', true],
  ['2024-02-29T20:15:00.123456Z', true],
  ['2025-02-29T20:15:00Z', false],
  ['2025-02-13T20:15:00-00:00', false],
  ['2025-02-13T20:15:00', false],
  ['2025-02-13', false],
])('the moment %s is right: %s', (text, isRight) => {
  expect(validatorOf(moment).validate(text).valid).toBe(isRight);
  expect(moment.safeParse(text).success).toBe(isRight);
});
