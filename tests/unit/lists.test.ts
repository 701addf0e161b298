import { describe, expect, test } from 'vitest';
import { createEdition } from '../../src/edition/edition.ts';
import { leavesOf, numbersAround } from '../../src/edition/leaves.ts';
import { sectionTree } from '../../src/edition/section-tree.ts';
import { almanacFor } from '../../src/language/almanac.ts';
import { ids, stories, story } from './stories.ts';

describe('the pages of a list', () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [20, [20]],
    [21, [20, 1]],
    [40, [20, 20]],
    [41, [20, 20, 1]],
  ])('split %i stories into %j', (length, expected) => {
    const list = Array.from({ length }, (_, n) => n);
    const leaves = leavesOf(list);
    expect(leaves.map(({ articles }) => articles.length)).toEqual(expected);
    expect(leaves.flatMap(({ articles }) => articles)).toEqual(list);
    expect(leaves.map(({ number }) => number)).toEqual(expected.map((_, n) => n + 1));
  });

  test.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [4, 7, [1, 2, 3, 4, 5, 6, 7]],
    [1, 9, [1, 2, 3, undefined, 9]],
    [6, 11, [1, undefined, 4, 5, 6, 7, 8, undefined, 11]],
    [500, 500, [1, undefined, 498, 499, 500]],
  ])('link from page %i of %i to %j', (number, count, expected) => {
    expect(numbersAround(number, count)).toEqual(expected);
  });
});

describe('sections within sections', () => {
  const section = (id: string, parent?: string) => ({
    id,
    title: id,
    description: id,
    order: 1,
    parent,
  });
  const nested = [
    section('europe', 'world'),
    section('kyiv', 'europe'),
    section('sport'),
    section('world'),
  ];
  const edition = createEdition({
    articles: [
      story('in-kyiv', { section: 'kyiv' }),
      story('in-europe', { section: 'europe' }),
      story('in-sport', { section: 'sport' }),
      story('in-world', { section: 'world' }),
      // As many as are above the blocks.
      ...stories(7, { section: 'sport', published: '2025-02-20T00:00:00Z' }),
    ],
    sections: nested,
    authors: [],
    pages: [],
    moment: new Date('2025-03-01T08:00:00Z'),
    language: 'en-GB',
  });

  test('a section also lists the stories of the sections within it', () => {
    expect(ids(edition.inSection('world'))).toEqual(['in-europe', 'in-kyiv', 'in-world']);
    expect(ids(edition.inSection('europe'))).toEqual(['in-europe', 'in-kyiv']);
    expect(ids(edition.inSection('kyiv'))).toEqual(['in-kyiv']);
  });

  test('the breadcrumb of a section includes its parent', () => {
    expect(edition.tree.wayTo('kyiv').map(({ id }) => id)).toEqual(['world', 'europe', 'kyiv']);
    expect(edition.tree.within('world').map(({ id }) => id)).toEqual(['europe']);
    expect(edition.tree.top.map(({ id }) => id)).toEqual(['sport', 'world']);
  });

  test('on the front page, a story is in the block of its top-level section', () => {
    const blocks = edition.front().blocks.map(({ section: id, articles }) => [id, ids(articles)]);
    expect(blocks).toEqual([
      ['sport', ['in-sport']],
      ['world', ['in-europe', 'in-kyiv', 'in-world']],
    ]);
  });

  test('a circular or missing parent does not crash a preview', () => {
    const odd = [section('a', 'b'), section('b', 'a'), section('c', 'a'), section('d', 'gone')];
    const { top, wayTo } = sectionTree(odd);
    expect(top.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(wayTo('nowhere')).toEqual([]);
  });
});

describe('the almanac', () => {
  test('names years, months and days in the paper’s language, whatever the machine’s time zone', () => {
    const english = almanacFor('en-GB');
    expect(english.year('2025')).toBe('2025');
    expect(english.month('2025-02')).toBe('February');
    expect(english.monthAndYear('2025-02')).toBe('February 2025');
    expect(english.day('2025-02-13')).toBe('Thursday, 13 February 2025');
    expect(almanacFor('ar-EG').monthAndYear('2025-02')).toBe('فبراير ٢٠٢٥');
  });

  test('keeps to the calendar that addresses follow', () => {
    expect(almanacFor('th-TH').year('2025')).toContain('2025');
  });

  test('starts the weeks of a month on the region’s first day', () => {
    const [first] = almanacFor('en-GB').weeks('2025-02');
    expect(first?.map((wall) => wall?.short)).toEqual([
      ...Array.from({ length: 5 }, () => undefined),
      '1',
      '2',
    ]);
    expect(almanacFor('en-GB').weekdays[0]).toEqual({ short: 'M', long: 'Monday' });
    expect(almanacFor('en-US').weekdays[0]).toEqual({ short: 'S', long: 'Sunday' });
    expect(almanacFor('en-US').weeks('2025-02')[0]?.[6]?.day).toBe('2025-02-01');
  });

  test('shows every day of a month once, even in February of a leap year', () => {
    const days = almanacFor('en-GB').weeks('2024-02').flat().filter(Boolean);
    expect(days).toHaveLength(29);
    expect(days.at(-1)?.day).toBe('2024-02-29');
  });
});
