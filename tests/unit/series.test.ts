import { describe, expect, test } from 'vitest';
import { seriesMistakes } from '../../src/check/series-mistakes.ts';
import type { Article } from '../../src/edition/article.ts';
import { gatherSeries } from '../../src/edition/series.ts';
import type { ArticleCopy } from '../../src/schemas/article.ts';
import { describedSeriesSchema, partOfSeries } from '../../src/schemas/series.ts';
import { editionOf, ids, story } from './stories.ts';

const part = (id: string, number: number, rest: Partial<Article> = {}): Article =>
  story(id, { series: { id: 'the-river', part: number }, ...rest });

describe('a series', () => {
  const alone = story('d');
  const parts = [part('c', 3), part('a', 1), part('b', 2)];
  const { all, placeOf } = gatherSeries([...parts, alone], {});

  test('has its parts in their order, whenever they came out', () => {
    expect(all.map((series) => ids(series.parts))).toEqual([['a', 'b', 'c']]);
    expect(all.map((series) => ids(series.articles))).toEqual([['c', 'a', 'b']]);
  });

  test('leads from each part to those beside it', () => {
    const place = placeOf(part('b', 2));
    expect([place?.part, place?.count]).toEqual([2, 3]);
    expect([place?.previous?.id, place?.next?.id]).toEqual(['a', 'c']);
    expect(placeOf(part('c', 3))?.next).toBeUndefined();
    expect(placeOf(alone)).toBeUndefined();
  });

  test('is titled after its name, unless series.yaml says otherwise', () => {
    expect(all[0]?.title).toBe('The river');
    const described = gatherSeries(parts, { 'the-river': { title: 'A river’s year' } });
    expect(described.all[0]?.title).toBe('A river’s year');
  });

  test('counts only parts that are published', () => {
    const edition = editionOf([
      part('a', 1),
      part('b', 2, { draft: true }),
      part('c', 3, { published: '2025-04-01T08:00:00Z' }),
    ]);
    expect(edition.series.placeOf(part('a', 1))).toMatchObject({ count: 1, next: undefined });
  });
});

describe('the name of a series', () => {
  test.each(['the-river', 'річка-2', 'النهر'])('may be %s', (id) => {
    expect(partOfSeries.safeParse({ id, part: 1 }).success).toBe(true);
    expect(describedSeriesSchema.safeParse({ [id]: {} }).success).toBe(true);
  });

  test.each(['The-River', 'the river', '../river', 'river/2', '-'])('may not be %s', (id) => {
    expect(partOfSeries.safeParse({ id, part: 1 }).success).toBe(false);
    expect(describedSeriesSchema.safeParse({ [id]: {} }).success).toBe(false);
  });

  test.each([0, -1, 1.5])('has no part %d', (number) => {
    expect(partOfSeries.safeParse({ id: 'the-river', part: number }).success).toBe(false);
  });
});

describe('an editor who plans a series', () => {
  const entry = (id: string, number: number, rest: Partial<Article> = {}) => ({
    ...{ id, body: '', file: `/${id}.md`, shown: `${id}.md`, above: 0 },
    data: part(id, number, rest) as unknown as ArticleCopy,
  });
  const found = (...articles: ReturnType<typeof entry>[]) =>
    seriesMistakes({ articles }).map(({ file, found: what, fix }) => [file, what, fix]);

  test('may leave parts as drafts, or schedule them', () => {
    const later = { published: '2025-04-01T08:00:00Z' };
    expect(found(entry('c', 3), entry('b', 2, later), entry('a', 1, { draft: true }))).toEqual([]);
  });

  test('is told of two stories that are the same part, and which one is free', () => {
    expect(found(entry('a', 1), entry('b', 1))).toEqual([
      [
        'b.md',
        'part 1 of the series "the-river", which a.md already is',
        'Correct one of the two: part 2 is free.',
      ],
    ]);
  });

  test('is told of a part that is missing, and between which files', () => {
    const [[file, what, fix] = []] = found(entry('a', 1), entry('c', 3));
    expect(file).toBe('c.md');
    expect(what).toBe('part 3 of the series "the-river", which has no part 2 after a.md');
    expect(fix).toMatch(/^Write 2, or give part 2 to another story/);
  });

  test('is not told of a missing part while a story cannot be read: it may be that part', () => {
    expect(seriesMistakes({ articles: [entry('a', 1), entry('c', 3)] }, 3)).toEqual([]);
  });

  test('is told that a series begins with part 1', () => {
    expect(found(entry('b', 2))[0]?.[1]).toBe(
      'part 2 of the series "the-river", which has no part 1',
    );
  });
});
