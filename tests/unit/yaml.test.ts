import { describe, expect, test } from 'vitest';
import { readManuscript } from '../../src/copy/frontmatter.ts';
import { shown, UnreadableError } from '../../src/copy/mistakes.ts';

/** What is told about the frontmatter of a story. */
function told(yaml: string): string {
  try {
    readManuscript('a.md', `---\n${yaml}\n---\nWords.`);
  } catch (error) {
    if (error instanceof UnreadableError) return error.mistake.found;
    throw error;
  }
  return 'nothing';
}

/** Each line nine times the one before: a billion values after nine lines. */
const bomb = [
  'a0: &a0 [lol]',
  ...Array.from({ length: 9 }, (_, n) => {
    const many = Array(9).fill(`*a${n}`).join(', ');
    return `a${n + 1}: &a${n + 1} [${many}]`;
  }),
].join('\n');

describe('YAML is told with its line', () => {
  test.each([
    [
      'that refers to itself',
      'headline: A\ntopics: &a [*a]',
      'a value that refers to itself, from line 3: *a',
    ],
    [
      'that refers to itself further down',
      'a: &a\n  b: { c: *a }',
      'a value that refers to itself, from line 3: *a',
    ],
    ['that grows without end', bomb, 'aliases of aliases, from line 3: *a0'],
    ['with a name twice', 'a: 1\nb: 2\na: 3', 'invalid YAML at line 4: duplicated mapping key'],
    [
      'indented with tabs',
      'a:\n\tb: 1',
      'invalid YAML at line 3: tab characters must not be used in indentation',
    ],
    [
      'that is nested for ever',
      `a: 1\nb: ${'['.repeat(100_000)}`,
      'invalid YAML at line 3: nesting exceeded maxDepth (100)',
    ],
    [
      'of another program',
      'a: !!js/function x',
      'invalid YAML at line 2: unknown scalar tag !<tag:yaml.org,2002:js/function>',
    ],
    [
      'with half a character',
      'headline: A\nstandfirst: "\\ud83d is half of one"',
      'half a character, from line 3: \\ud83d',
    ],
    ['with half a character in a name', '"\\udc00": x', 'half a character, from line 2: \\udc00'],
  ])('%s', (_, yaml, found) => {
    expect(told(yaml)).toBe(found);
  });

  test('that goes on with a second document', () => {
    expect(() => readManuscript('a.yaml', '---\na: 1\n---\nb: 2')).toThrow(
      /line 3: expected a single/,
    );
  });
});

test('A number without end is told as it is', () => {
  expect(shown(Infinity)).toBe('Infinity');
});

test('A value may be used again', () => {
  expect(readManuscript('a.yaml', 'a: &a [x]\nb: *a').fields).toEqual({ a: ['x'], b: ['x'] });
});

test('Text may have stars, and signs that YAML knows, in quotation marks', () => {
  expect(told('headline: "*A* & *B*"')).toBe('nothing');
});

test('Characters may be written as both of their halves, and a backslash may be text', () => {
  expect(readManuscript('a.yaml', 'a: "\\ud83d\\ude00"\nb: C:\\ud83d').fields).toEqual({
    a: '😀',
    b: 'C:\\ud83d',
  });
});

test('Many blank lines and comments are read in one pass', () => {
  const yaml = `${'\n \t\n# note\n'.repeat(100_000)}a: 1\n`;
  expect(readManuscript('a.yaml', yaml).fields).toEqual({ a: 1 });
  expect(readManuscript('a.yaml', yaml.replace('a: 1', '')).fields).toEqual({});
});
