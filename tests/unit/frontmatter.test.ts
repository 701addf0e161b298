import { describe, expect, test } from 'vitest';
import { type Manuscript, readManuscript } from '../../src/copy/frontmatter.ts';
import { UnreadableError } from '../../src/copy/mistakes.ts';

const read = (text: string): Manuscript => readManuscript('a.md', text);

/** What is reported for unreadable text. */
function faultIn(text: string, file = 'a.md'): string {
  try {
    readManuscript(file, text);
  } catch (error) {
    if (error instanceof UnreadableError) return error.mistake.found;
    throw error;
  }
  return 'nothing';
}

describe('an article', () => {
  test('has fields between two lines of dashes, followed by the body', () => {
    expect(read('---\nheadline: A\n---\n\nText.\n')).toEqual({
      fields: { headline: 'A' },
      body: '\nText.\n',
    });
  });

  test('may have a rule of dashes in its body', () => {
    expect(read('---\na: b\n---\nOne\n\n---\n\nTwo').body).toBe('One\n\n---\n\nTwo');
  });

  test('may begin with a rule of dashes in its body', () => {
    expect(read('---\na: b\n---\n---\nOne').body).toBe('---\nOne');
  });

  test('may contain dashes in a field', () => {
    expect(read('---\na: "x --- y"\nb: "---"\n---\nText')).toEqual({
      fields: { a: 'x --- y', b: '---' },
      body: 'Text',
    });
  });

  test('may come from Windows, with a byte order mark and CRLF line breaks', () => {
    expect(read('\uFEFF---\r\na: b\r\nc: d\r\n---\r\nText.\r\n')).toEqual({
      fields: { a: 'b', c: 'd' },
      body: 'Text.\r\n',
    });
  });

  test('may have no fields, which is for the schema to report', () => {
    expect(read('---\n---\nText.')).toEqual({ fields: {}, body: 'Text.' });
  });

  test('may end after its frontmatter', () => {
    expect(read('---\na: b\n---')).toEqual({ fields: { a: 'b' }, body: '' });
  });

  test.each([
    ['no dashes', 'Text.'],
    ['unclosed dashes', '---\na: b\n\nText.'],
    ['something before the dashes', 'Text.\n---\na: b\n---\n'],
    ['nothing', ''],
  ])('with %s has no frontmatter', (_, text) => {
    expect(faultIn(text)).toBe('no frontmatter');
  });
});

describe('values', () => {
  const value = (yaml: string): unknown =>
    (read(`---\nfield: ${yaml}\n---\n`).fields as { field: unknown }).field;

  test('a date stays as written, quoted or not', () => {
    expect(value('2025-02-13T20:15:00+02:00')).toBe('2025-02-13T20:15:00+02:00');
    expect(value('"2025-02-13T20:15:00+02:00"')).toBe('2025-02-13T20:15:00+02:00');
    expect(value('2025-02-13')).toBe('2025-02-13');
  });

  test('only true and false are booleans: no is a word (the Norway problem)', () => {
    expect(value('NO')).toBe('NO');
    expect(value('yes')).toBe('yes');
    expect(value('true')).toBe(true);
  });

  test('lists and numbers keep their types', () => {
    expect(value('[Ukraine, 2024]')).toEqual(['Ukraine', 2024]);
    expect(value('12:30')).toBe('12:30');
  });

  test('no field name pollutes JavaScript prototypes', () => {
    read('---\n__proto__:\n  draft: true\n---\n');
    expect(({} as { draft?: boolean }).draft).toBeUndefined();
  });
});

describe('broken YAML', () => {
  test('is reported with its line number', () => {
    expect(faultIn('---\na: b\nheadline: "x" y\n---\n')).toContain('at line 3');
    expect(faultIn('a: b\nc: "x" y\n', 'a.yaml')).toContain('at line 2');
  });

  test.each([
    ['a colon in a value', 'headline: Kyiv: a report'],
    ['a duplicate field', 'a: b\na: c'],
    ['a tab before a field', 'a:\n\tb: c'],
    ['an unclosed quotation mark', 'a: "b'],
    ['a tag that runs code', 'a: !!js/function "x"'],
  ])('%s is reported', (_, yaml) => {
    expect(faultIn(`---\n${yaml}\n---\n`)).toContain('invalid YAML');
  });
});

test('a .yaml file consists of fields', () => {
  expect(readManuscript('world.yaml', 'title: World\norder: 1\n')).toEqual({
    fields: { title: 'World', order: 1 },
    body: '',
  });
});

test('a .yaml file without fields is valid, and missing fields are for the schema to report', () => {
  expect(readManuscript('world.yaml', '# to be written\n')).toEqual({ fields: {}, body: '' });
});
