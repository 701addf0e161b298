import { describe, expect, test } from 'vitest';
import { gatherTopics } from '../../src/edition/topics.ts';
import { line } from '../../src/schemas/values.ts';
import { oddPaper, storyWith } from './odd-paper.ts';

describe('a line', () => {
  const accepts = (limit: number, text: string) => line(limit).safeParse(text).success;

  test('is counted in characters as readers see them', () => {
    expect(accepts(10, '👩‍👩‍👧'.repeat(10))).toBe(true);
    expect(accepts(10, 'हिन्दी'.repeat(3))).toBe(true);
    expect(accepts(10, 'e\u0301\u0323'.repeat(10))).toBe(true);
    expect(accepts(10, 'x'.repeat(11))).toBe(false);
  });

  test('may not hide a million marks in one character', () => {
    expect(accepts(120, `A${'\u0301'.repeat(1_000_000)}`)).toBe(false);
    expect(line(120).safeParse(`A${'\u0301'.repeat(1_000_000)}`).error?.issues).toHaveLength(1);
  });
});

const many = (count: number, name: string): string =>
  `[${Array.from({ length: count }, (_, n) => `${name}${n}`).join(', ')}]`;

describe('a story', () => {
  test.each([
    ['topics', 50, many(51, 't')],
    ['related', 50, many(51, 'r')],
    ['formerUrls', 100, many(101, '/old/')],
  ])('has a limit for %s: %i', async (field, limit, value) => {
    const { write, check } = await oddPaper();
    await write('articles/2025/first/index.md', storyWith(`${field}: ${value}`));
    expect((await check()).mistakes).toMatchObject([
      { field, expected: `at most ${limit} entries` },
    ]);
  });

  test('with 20,000 topics or authors is told in one mistake', async () => {
    const { write, mistakes } = await oddPaper();
    const text = storyWith(`topics: ${many(20_000, 't')}`);
    await write('articles/2025/first/index.md', text.replace('[reporter]', many(20_000, 'a')));
    expect(await mistakes()).toHaveLength(2);
  });
});

test('Thousands of spellings of a topic are no more than one topic', () => {
  const articles = Array.from({ length: 200_000 }, (_, n) => ({
    id: String(n),
    published: '2025-02-13T20:15:00Z',
    // Each has other capitals.
    topics: Array.from('abcdefghijklmnopqr')
      .map((x, at) => ((n >> at) % 2 ? x.toUpperCase() : x))
      .join(''),
  })).map((article) => ({ ...article, topics: [article.topics] }));
  expect(gatherTopics(articles, {}).all).toHaveLength(1);
});

test('Redirects of whole folders have a limit', async () => {
  const { write, mistakes } = await oddPaper();
  const lines = Array.from({ length: 501 }, (_, n) => `/old${n}/*: /*\n`).join('');
  await write('redirects.yaml', lines);
  expect(await mistakes()).toEqual(['redirects.yaml: 501 addresses that end in /*']);
});

test('Sections are nested at most ten deep', async () => {
  const { write, mistakes } = await oddPaper();
  for (let n = 1; n <= 10; n += 1) {
    const parent = n === 1 ? 'world' : `s${n - 1}`;
    await write(`sections/s${n}.yaml`, `title: S\ndescription: D.\norder: 2\nparent: ${parent}\n`);
  }
  expect(await mistakes()).toEqual(['sections/s10.yaml parent: more than 9 sections above it']);
});
