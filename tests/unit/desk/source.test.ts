import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameValue } from '../../../src/desk/source/same-value.ts';
import {
  bodyOf,
  fieldsOf,
  newSource,
  withBody,
  withValue,
} from '../../../src/desk/source/source.ts';

/** The lines that are in one text and not in the other, both ways, as `git diff --numstat` counts them. */
const changedLines = (before: string, after: string): [number, number] => {
  const count = (lines: string[]) => {
    const counts = new Map<string, number>();
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
    return counts;
  };
  const old = count(before.split('\n'));
  const now = count(after.split('\n'));
  const beyond = (one: Map<string, number>, other: Map<string, number>) =>
    [...one].reduce((sum, [line, many]) => sum + Math.max(0, many - (other.get(line) ?? 0)), 0);
  return [beyond(now, old), beyond(old, now)];
};

const story = (yaml: string, body = 'Words.\n'): string => `---\n${yaml}---\n\n${body}`;

const copy = globSync(
  ['src/content', 'tests/fixtures/*/content', 'templates/paper/content'].map(
    (folder) => `${folder}/**/*.{md,yaml}`,
  ),
);

const readable = copy.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  try {
    const fields = fieldsOf(file, text);
    return Object.keys(fields).length > 0 ? [{ file, text, fields }] : [];
  } catch {
    // What cannot be read is not changed.
    return [];
  }
});

describe('every file of the paper and of the fixtures', () => {
  test('there are many of them', () => {
    expect(readable.length).toBeGreaterThan(130);
  });

  test.each(readable)('$file: a changed headline is one changed line', ({ file, text, fields }) => {
    const name = ['headline', 'title', 'name'].find((each) => typeof fields[each] === 'string');
    if (!name || String(fields[name]).includes('\n')) return;
    const after = withValue(file, text, [name], 'Another: “headline”, it’s #1');
    expect(fieldsOf(file, after)).toEqual({ ...fields, [name]: 'Another: “headline”, it’s #1' });
    expect(changedLines(text, after)).toEqual([1, 1]);
  });

  test.each(readable)(
    '$file: every field set to what it is changes nothing',
    ({ file, text, fields }) => {
      for (const [name, value] of Object.entries(fields)) {
        expect(withValue(file, text, [name], value)).toBe(text);
      }
    },
  );

  test.each(readable)(
    '$file: a field taken out and put back leaves the others',
    ({ file, text, fields }) => {
      for (const [name, value] of Object.entries(fields)) {
        const without = withValue(file, text, [name], undefined);
        const { [name]: gone, ...others } = fields;
        expect(gone).toBe(value);
        expect(fieldsOf(file, without)).toEqual(others);
        expect(fieldsOf(file, withValue(file, without, [name], value))).toEqual(fields);
      }
    },
  );

  test.each(readable.filter(({ file }) => file.endsWith('.md')))(
    '$file: one letter in the body changes one line',
    ({ file, text }) => {
      const body = bodyOf(file, text);
      expect(withBody(file, text, body)).toBe(text);
      const first = body.search(/\p{L}/u);
      if (first === -1) return;
      const after = withBody(file, text, `${body.slice(0, first)}x${body.slice(first)}`);
      expect(changedLines(text, after)).toEqual([1, 1]);
    },
  );
});

const a = 'a.md';

test.each<[string, string, (string | number)[], unknown, string]>([
  [
    'a comment beside it stays',
    'headline: "One" # working title\n',
    ['headline'],
    'Two',
    'headline: "Two" # working title\n',
  ],
  ['single quotes stay', "headline: 'One'\n", ['headline'], "It's", "headline: 'It''s'\n"],
  [
    'a plain value stays plain',
    'headline: One\n',
    ['headline'],
    'Two words',
    'headline: Two words\n',
  ],
  [
    'a plain value is quoted when it must be',
    'headline: One\n',
    ['headline'],
    'Two: words',
    'headline: "Two: words"\n',
  ],
  [
    'a moment is quoted',
    'published: 2025-01-01T00:00:00Z\n',
    ['published'],
    '2025-01-02T00:00:00Z',
    'published: "2025-01-02T00:00:00Z"\n',
  ],
  [
    'a new field comes at the end',
    'headline: One\n',
    ['dateline'],
    'Kyiv',
    'headline: One\ndateline: Kyiv\n',
  ],
  ['a new field comes in the order of the schema', 'a: 1\nc: 3\n', ['b'], 2, 'a: 1\nb: 2\nc: 3\n'],
  [
    'a field in braces',
    'leadImage: { src: ./a.jpg }\n',
    ['leadImage', 'alt'],
    'A, b',
    'leadImage: { src: ./a.jpg, alt: "A, b" }\n',
  ],
  [
    'a field in lines',
    'leadImage:\n  src: ./a.jpg\nb: 1\n',
    ['leadImage', 'alt'],
    'A',
    'leadImage:\n  src: ./a.jpg\n  alt: A\nb: 1\n',
  ],
  [
    'a group that is new',
    'b: 1\n',
    ['leadImage', 'src'],
    './a.jpg',
    'b: 1\nleadImage:\n  src: "./a.jpg"\n',
  ],
  [
    'the last of a group takes the group along',
    'leadImage:\n  src: ./a.jpg\nb: 1\n',
    ['leadImage', 'src'],
    undefined,
    'b: 1\n',
  ],
  [
    'a short list stays on its line',
    'topics: [NATO, Ukraine]\n',
    ['topics'],
    ['NATO', 'Peace talks'],
    'topics: [NATO, Peace talks]\n',
  ],
  [
    'a list in lines stays in lines',
    'related:\n  - one # first\n  - two\n',
    ['related'],
    ['one', 'two', 'three'],
    'related:\n  - one # first\n  - two\n  - three\n',
  ],
  [
    'an item out of the middle',
    'related:\n  - one\n  - two # second\n  - three\n',
    ['related'],
    ['one', 'three'],
    'related:\n  - one\n  - three\n',
  ],
  [
    'an item before the first',
    'related:\n- two\n',
    ['related'],
    ['one', 'two'],
    'related:\n- one\n- two\n',
  ],
  [
    'an item’s field',
    'corrections:\n  - date: "x"\n    text: "Old"\n',
    ['corrections', 0, 'text'],
    'New',
    'corrections:\n  - date: "x"\n    text: "New"\n',
  ],
  [
    'another correction',
    'corrections:\n  - { date: "x", text: "Old" }\n',
    ['corrections', 1],
    { date: 'z', text: 'New words' },
    'corrections:\n  - { date: "x", text: "Old" }\n  - date: z\n    text: "New words"\n',
  ],
  [
    'words below their field',
    'bio: >\n  Some\n  words\nb: 1\n',
    ['bio'],
    'Others',
    'bio: Others\nb: 1\n',
  ],
  ['a value where none was', 'updated:\nb: 1\n', ['updated'], 'x', 'updated: x\nb: 1\n'],
  ['a field without dashes below', '', ['headline'], 'One', 'headline: One\n'],
])('%s', (_, yaml, field, value, expected) => {
  const after = withValue(a, story(yaml), field, value, ['a', 'b', 'c']);
  expect(after).toBe(story(expected));
});

test('line ends of Windows stay', () => {
  const text = story('headline: One\nb: 1\n', 'First.\n\nSecond.\n').replaceAll('\n', '\r\n');
  expect(withValue(a, text, ['c'], 1)).toBe(text.replace('b: 1\r\n', 'b: 1\r\nc: 1\r\n'));
  expect(bodyOf(a, text)).not.toContain('\r');
  expect(withBody(a, text, bodyOf(a, text).replace('Second', 'Second.\n\nThird'))).toBe(
    text.replace('Second', 'Second.\r\n\r\nThird'),
  );
});

test('a file whose fields cannot be read is refused', () => {
  expect(() => withValue(a, story('a: [\n'), ['b'], 1)).toThrow(/YAML/);
  expect(() => withValue(a, 'No fields', ['b'], 1)).toThrow(/no frontmatter/);
});

test('whatever is written is read again, and nothing else changes', () => {
  const word = fc.oneof(
    fc
      .string({ unit: 'grapheme' })
      .filter(
        (text) => text.isWellFormed() && !/[\p{Cc}\uFEFF\uFFFE\uFFFF\u2028\u2029]/u.test(text),
      ),
    fc.constantFrom(
      'yes',
      '1',
      '-',
      '# a',
      'a: b',
      '"',
      "'",
      ' a',
      'a ',
      '1e3',
      '~',
      '- a',
      'null',
      '2025-01-01',
      'One\n\nTwo\n',
      '|',
      '{a',
      '[',
      '&a',
      '*a',
      '!a',
      '%',
      '@',
      '`',
    ),
  );
  const value = fc.oneof(
    word,
    fc.integer(),
    fc.boolean(),
    fc.array(word, { minLength: 1 }),
    fc.record({ date: word, text: word }),
    fc.array(fc.record({ date: word, text: word }), { minLength: 1, maxLength: 3 }),
  );
  const field = fc.constantFrom(
    ['headline'],
    ['topics'],
    ['leadImage', 'alt'],
    ['related', 0],
    ['related', 1],
    ['corrections', 0, 'text'],
    ['new'],
    ['bio'],
  );
  const text = story(
    'headline: "One" # note\n# about topics\ntopics: [a, b]\nleadImage:\n  src: ./a.jpg\n  alt: A\nrelated:\n  - one\n  - two\ncorrections:\n  - date: x\n    text: |\n      y\nbio: >-\n  Long\n  words\nlast: 1\n',
  );
  fc.assert(
    fc.property(field, value, field, value, (one, first, other, second) => {
      let now = text;
      for (const [path, each] of [
        [one, first],
        [other, second],
      ] as const) {
        const before = fieldsOf(a, now);
        now = withValue(a, now, path, each);
        const after = fieldsOf(a, now);
        const read = path.reduce<unknown>(
          (all, key) => (all as Record<string, unknown>)[key],
          after,
        );
        expect(isSameValue(read, each)).toBe(true);
        const { [path[0] as string]: was, ...others } = before;
        const { [path[0] as string]: is, ...same } = after;
        expect([was === is, same]).toEqual([isSameValue(was, is) && was === is, others]);
      }
      expect(bodyOf(a, now)).toBe('Words.\n');
    }),
    { numRuns: 300 },
  );
});

test('a new file has its fields in order, and an empty line before its text', () => {
  const fields = {
    headline: 'One: two',
    section: 'world',
    authors: ['newsroom'],
    published: '2026-01-01T10:00:00+02:00',
    draft: true,
  };
  expect(newSource(a, fields, 'Words.\n\n')).toBe(
    '---\nheadline: "One: two"\nsection: world\nauthors: [newsroom]\npublished: "2026-01-01T10:00:00+02:00"\ndraft: true\n---\n\nWords.\n',
  );
  expect(newSource('sections/world.yaml', { title: 'World' }, '')).toBe('title: World\n');
});

test('a first body has an empty line above it, however the file ended', () => {
  for (const text of ['---\na: 1\n---', '---\na: 1\n---\n', '---\na: 1\n---\n\n']) {
    expect(withBody(a, text, 'Words.\n')).toBe('---\na: 1\n---\n\nWords.\n');
  }
  expect(bodyOf(a, '---\na: 1\n---\n\n\nWords.\n')).toBe('Words.\n');
});
