import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { articleSchema } from '../../src/schemas/article.ts';
import { kinds } from '../../src/schemas/kinds.ts';

const schema = articleSchema(z.string());
const least = {
  headline: 'Grain deal holds',
  standfirst: 'In short.',
  section: 'world',
  authors: ['reporter'],
  published: '2025-02-13T20:15:00+02:00',
};
const withFields = (fields: object): object => ({ ...least, ...fields });

/** The rejected fields, each once; empty if the input is valid. */
function refused(fields: object): string[] {
  const issues = schema.safeParse(withFields(fields)).error?.issues ?? [];
  return [...new Set(issues.map((issue) => issue.path.join('.')))];
}

test('five fields are enough; the rest have sensible defaults', () => {
  expect(schema.parse(least)).toEqual({
    ...least,
    kind: 'news',
    topics: [],
    related: [],
    corrections: [],
    changeNotes: [],
    comments: true,
    ads: true,
    ageNotice: true,
    draft: false,
    formerUrls: [],
    republish: false,
  });
});

test.each(Object.keys(least))('%s is required', (field) => {
  expect(refused({ [field]: undefined })).toEqual([field]);
});

test('an unknown field is rejected, so that no typo is silently ignored', () => {
  const { error } = schema.safeParse(withFields({ mustread: 1 }));
  expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['mustread'] }]);
});

describe('times', () => {
  test.each([
    '2025-02-13T20:15:00+02:00',
    '2025-02-13T20:15:00Z',
    '2025-02-13T20:15:00.5-03:30',
    '2024-02-29T00:00:00+14:00',
  ])('%s is a valid time, and stays as written', (published) => {
    expect(schema.parse(withFields({ published })).published).toBe(published);
  });

  test.each([
    ['without an offset', '2025-02-13T20:15:00'],
    ['without a time', '2025-02-13'],
    ['on a day that does not exist', '2025-02-30T20:15:00Z'],
    ['at an hour that does not exist', '2025-02-13T25:00:00Z'],
    ['in words', '13 February 2025, 20:15'],
    ['that is a number', 1739470500],
  ])('a time %s is rejected', (_, published) => {
    expect(refused({ published })).toEqual(['published']);
  });

  test('an update cannot precede publication, whatever the offsets', () => {
    expect(refused({ updated: least.published })).toEqual([]);
    expect(refused({ updated: '2025-02-13T18:15:00Z' })).toEqual([]);
    expect(refused({ updated: '2025-02-13T18:14:59Z' })).toEqual(['updated']);
  });
});

describe('text', () => {
  test.each([
    ['headline', 120],
    ['standfirst', 300],
    ['dateline', 80],
  ])('%s may have %i characters, but not one more', (field, limit) => {
    expect(refused({ [field]: 'x'.repeat(limit) })).toEqual([]);
    expect(refused({ [field]: 'x'.repeat(limit + 1) })).toEqual([field]);
  });

  test('characters are counted as a reader sees them', () => {
    expect(refused({ headline: '👩‍👩‍👧'.repeat(120) })).toEqual([]);
    expect(refused({ headline: 'e\u0301'.repeat(120) })).toEqual([]);
    expect(refused({ headline: '👩‍👩‍👧'.repeat(121) })).toEqual(['headline']);
  });

  test('whitespace around a headline is trimmed', () => {
    expect(schema.parse(withFields({ headline: '  Grain deal \n' })).headline).toBe('Grain deal');
  });

  test.each([
    ['nothing', ''],
    ['nothing but whitespace', ' \u00A0 '],
    ['two lines', 'one\ntwo'],
    ['a tab', 'one\ttwo'],
    ['a control character', 'one\u0007two'],
    ['a line separator', 'one\u2028two'],
    ['a number', 2024],
  ])('a headline of %s is rejected', (_, headline) => {
    expect(refused({ headline })).toEqual(['headline']);
  });

  test.each(['Що далі?', 'ماذا بعد؟', 'नमस्ते', '速報', 'x <b> & "y"'])(
    '%s is a valid headline',
    (headline) => {
      expect(schema.parse(withFields({ headline })).headline).toBe(headline);
    },
  );
});

describe('the lead image', () => {
  const withImage = (image: object): string[] =>
    refused({ leadImage: { src: './a.png', ...image } });

  test('may have its alternative text in its file: the check asks for one', () => {
    expect(withImage({ alt: 'A bridge.' })).toEqual([]);
    expect(withImage({})).toEqual([]);
    expect(withImage({ alt: ['A'] })).toEqual(['leadImage.alt']);
  });

  test('needs no alternative text if an editor marks it as decorative', () => {
    expect(withImage({ alt: '', decorative: true })).toEqual([]);
  });

  test('has no unknown fields', () => {
    expect(withImage({ alt: 'A bridge.', credits: 'Me' })).toEqual(['leadImage']);
  });
});

describe('the source', () => {
  const from = (url: string): string[] => refused({ source: { name: 'A wire', url } });

  test('may be a name alone', () => {
    expect(refused({ source: { name: 'A wire' } })).toEqual([]);
  });

  test.each(['https://wire.example/a?b=c#d', 'http://wire.example', 'HTTPS://ВІСТІ.example/'])(
    'may link to %s',
    (url) => {
      expect(from(url)).toEqual([]);
    },
  );

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'ftp://wire.example/',
    'file:///etc/passwd',
    '//wire.example/',
    '/about/',
    'wire.example',
    'https://',
    'https:///path',
    'https://wire .example/',
    '',
  ])('may not link to %j', (url) => {
    expect(from(url)).toEqual(['source.url']);
  });
});

describe('former addresses', () => {
  test.each(['/2019/old.html', '/?p=123', '/старе/'])('may include %s', (url) => {
    expect(refused({ formerUrls: [url] })).toEqual([]);
  });

  test.each([
    'old/',
    'https://news.example/old/',
    '//evil.example/',
    '/\\evil.example/',
    '/a b/',
    '/a/../b/',
    '/%2E%2e/b/',
    '/100%/',
    '/[id]/',
  ])('may not include %s', (url) => {
    expect(refused({ formerUrls: [url] })).toEqual(['formerUrls.0']);
  });
});

test('a topic or an author named twice counts once, in its first spelling', () => {
  const twice = { topics: ['NATO', 'nato', 'Ukraine'], authors: ['reporter', 'reporter'] };
  expect(schema.parse(withFields(twice))).toMatchObject({
    topics: ['NATO', 'Ukraine'],
    authors: ['reporter'],
  });
});

test.each(kinds)('%s is a valid kind of story', (kind) => {
  expect(refused({ kind, ...(kind === 'live' ? { state: 'live' } : {}) })).toEqual([]);
});

test.each([
  ['kind', 'reportage'],
  ['authors', []],
  ['authors', 'reporter'],
  ['mustRead', 0],
  ['mustRead', 1.5],
  ['draft', 'yes'],
  ['comments', 'no'],
  ['topics', 'Ukraine'],
  ['section', ' '],
])('%s may not be %j', (field, value) => {
  expect(refused({ [field]: value })).toEqual([field]);
});

test('a correction has a date and a text', () => {
  const date = '2025-02-14T09:00:00+02:00';
  expect(refused({ corrections: [{ date, text: 'The sum was wrong.' }] })).toEqual([]);
  expect(refused({ corrections: [{ date }] })).toEqual(['corrections.0.text']);
  expect(refused({ corrections: [{ date: 'today', text: 'x' }] })).toEqual(['corrections.0.date']);
});

test('a note on a change has a kind, a date and a text', () => {
  const note = {
    kind: 'clarification',
    date: '2025-02-14T09:00:00+02:00',
    text: 'Barley, not rye.',
  };
  expect(refused({ changeNotes: [note] })).toEqual([]);
  expect(refused({ changeNotes: [{ ...note, kind: 'rewrite' }] })).toEqual(['changeNotes.0.kind']);
  expect(refused({ changeNotes: [{ date: note.date }] })).toEqual([
    'changeNotes.0.kind',
    'changeNotes.0.text',
  ]);
});

test('a story is withdrawn at a moment after its publication, with a reason', () => {
  const withdrawn = { date: '2025-03-01T09:00:00+02:00', reason: 'It was a hoax.' };
  expect(refused({ withdrawn })).toEqual([]);
  expect(refused({ withdrawn: { date: withdrawn.date } })).toEqual(['withdrawn.reason']);
  expect(refused({ withdrawn: { ...withdrawn, date: '2001-01-01T00:00:00Z' } })).toEqual([
    'withdrawn.date',
  ]);
});
