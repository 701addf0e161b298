import { describe, expect, test } from 'vitest';
import {
  emptyShelf,
  merged,
  pathIn,
  readShelf,
  unseenSince,
  visitedAt,
  withEntry,
} from '../../src/features/browser/saved/shelf.ts';

const story = (path: string, title = 'A story') => ({
  path,
  title,
  note: 'World · 1 March',
  image: '/_astro/a.avif',
  stop: 3,
  of: 12,
});
const followed = (path: string, since = 0) => ({ path, title: 'NATO', since });
const shelf = (...paths: string[]) => ({
  ...emptyShelf(),
  stories: paths.map((path) => story(path)),
});
const read = (value: unknown, base = '/') => readShelf(JSON.stringify(value), base);

describe('a list that was stored or exported', () => {
  test('is read as it was written', () => {
    const kept = { ...shelf('/a/', '/b/'), follows: [followed('/topic/nato/', 5)], seen: 1 };
    expect(read(kept)).toEqual(kept);
  });

  test.each([
    ['nothing', ''],
    ['half a list', '{"stories":[{'],
    ['a number', '7'],
    ['null', 'null'],
    ['another file', '{"a":1}'],
  ])('is refused as a whole if it is %s', (_, json) => {
    expect(readShelf(json, '/')).toBeUndefined();
  });

  test.each([
    'javascript:alert(1)',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/a/../../b/',
    '/a/?b',
    '/a/#b',
    ' /a/',
    '/\ta/',
    7,
    null,
    { toString: '/a/' },
  ])('leads nowhere but to pages of the paper: not to %j', (path) => {
    expect(pathIn('/', path)).toBe('');
    expect(read({ stories: [{ ...story('/a/'), path }], follows: [] })?.stories).toEqual([]);
  });

  test('leads to pages in the paper’s own folder only', () => {
    expect(pathIn('/paper/', '/paper/a/')).toBe('/paper/a/');
    expect(pathIn('/paper/', '/other/a/')).toBe('');
    expect(pathIn('/paper/', '/paper/../other/')).toBe('');
  });

  test('keeps hostile words as plain text, and drops what nobody asked for', () => {
    const title = '<img src=x onerror=alert(1)>';
    const kept = read({
      stories: [{ ...story('/a/', title), image: 'https://elsewhere.example/a.png', extra: 1 }],
      follows: [],
      ['__proto__']: { polluted: true },
    });
    expect(kept?.stories).toEqual([{ ...story('/a/', title), image: '' }]);
    expect({}).not.toHaveProperty('polluted');
  });

  test('survives numbers that are none, and entries that are none', () => {
    const odd = { ...story('/a/'), stop: 99, of: 'many' };
    const kept = read({ stories: [odd, null, 7, [], {}], follows: [{}], seen: -1, visited: 1e300 });
    expect(kept).toEqual({ ...emptyShelf(), stories: [{ ...story('/a/'), stop: 0, of: 0 }] });
  });

  test('is never endless, and names each story once', () => {
    const many = Array.from({ length: 5000 }, (_, n) =>
      story(`/${String(n % 2000)}/`, 'x'.repeat(9999)),
    );
    const kept = read({ stories: many, follows: [] })?.stories ?? [];
    expect(kept).toHaveLength(1000);
    expect(kept[0]?.title).toHaveLength(300);
    expect(read({ stories: [story('/a/'), story('/a/')], follows: [] })?.stories).toHaveLength(1);
  });
});

test('a saved story comes first, and is there once', () => {
  const list = shelf('/a/', '/b/').stories;
  expect(withEntry(list, story('/b/'), true).map(({ path }) => path)).toEqual(['/b/', '/a/']);
  expect(withEntry(list, story('/b/'), false).map(({ path }) => path)).toEqual(['/a/']);
});

test('an import adds what is missing, and does not undo where the reader stopped', () => {
  const mine = shelf('/a/');
  const file = { ...shelf('/a/', '/b/'), seen: 99 };
  const [first] = file.stories;
  if (first) first.stop = 9;
  const both = merged(mine, file);
  expect(both.stories.map(({ path, stop }) => [path, stop])).toEqual([
    ['/a/', 3],
    ['/b/', 3],
  ]);
  expect(both.seen).toBe(0);
});

test('what was new when a visit began is still new when the page is reloaded, and not on the next day', () => {
  const hour = 60 * 60 * 1000;
  const first = visitedAt(emptyShelf(), 100 * hour);
  const second = visitedAt(first, 120 * hour);
  expect(second.seen).toBe(100 * hour);
  expect(visitedAt(second, 120.1 * hour).seen).toBe(100 * hour);
  expect(visitedAt(second, 150 * hour).seen).toBe(120 * hour);
  expect(unseenSince(second, followed('/topic/nato/', 110 * hour))).toBe(110 * hour);
});
