import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/edition/article.ts';
import { createEdition } from '../../src/edition/edition.ts';
import { isPublic } from '../../src/edition/public.ts';
import { editionOf, ids, stories, story } from './stories.ts';

describe('what is public', () => {
  const moment = new Date('2025-02-13T18:15:00Z');
  const at = (published: string, draft = false): boolean => isPublic({ published, draft }, moment);

  test('an article is public from its publication time on', () => {
    expect(at('2025-02-13T20:15:00+02:00')).toBe(true);
  });

  test('an article dated one second ago is public', () => {
    expect(at('2025-02-13T20:14:59+02:00')).toBe(true);
  });

  test('an article dated one second ahead is held back', () => {
    expect(at('2025-02-13T20:15:01+02:00')).toBe(false);
  });

  test('the offset counts, not the local time: 19:00 in Kyiv is before 18:00 in London', () => {
    expect(at('2025-02-13T19:00:00+02:00')).toBe(true);
    expect(at('2025-02-13T18:30:00Z')).toBe(false);
  });

  test('a draft is always held back', () => {
    expect(at('1999-01-01T00:00:00Z', true)).toBe(false);
  });

  test('an article that is not public is on no list and at no address', () => {
    const hidden = { section: 'arts', authors: ['ghost'], topics: ['Secret'], mustRead: 1 };
    const edition = editionOf([
      story('draft', { ...hidden, draft: true, published: '2024-01-01T00:00:00Z' }),
      story('tomorrow', { ...hidden, published: '2026-01-01T00:00:00Z' }),
      story('today'),
    ]);
    expect(ids(edition.articles)).toEqual(['today']);
    expect(edition.article('draft')).toBeUndefined();
    expect(edition.article('tomorrow')).toBeUndefined();
    expect(edition.inSection('arts')).toEqual([]);
    expect(edition.byAuthor('ghost')).toEqual([]);
    expect(edition.onTopic('Secret')).toEqual([]);
    expect(edition.months()).toEqual(['2025-02']);
    expect(ids(edition.mustRead(5))).toEqual(['today']);
    expect(edition.front().lead?.id).toBe('today');
  });
});

describe('the order of stories', () => {
  test('the newest comes first, whatever its offset', () => {
    const articles = [
      story('noon-in-kyiv', { published: '2025-02-13T12:00:00+02:00' }),
      story('eleven-in-london', { published: '2025-02-13T11:00:00Z' }),
    ];
    expect(ids(editionOf(articles).articles)).toEqual(['eleven-in-london', 'noon-in-kyiv']);
  });

  test('stories of the same time are sorted by id, in whatever order the files were read', () => {
    const articles = [story('b'), story('c'), story('a')];
    expect(ids(editionOf(articles).articles)).toEqual(['a', 'b', 'c']);
    expect(ids(editionOf(articles.toReversed()).articles)).toEqual(['a', 'b', 'c']);
  });

  test('creating an edition does not change its input', () => {
    const articles = [story('b'), story('a')];
    editionOf(articles);
    expect(ids(articles)).toEqual(['b', 'a']);
  });

  test('sections are sorted by order, then by title', () => {
    const section = (id: string, order: number) => ({ id, title: id, description: '', order });
    const { sections } = createEdition({
      articles: [],
      sections: [section('z', 1), section('b', 2), section('a', 2)],
      authors: [],
      pages: [],
      moment: new Date(0),
      language: 'en-GB',
    });
    expect(sections.map(({ id }) => id)).toEqual(['z', 'a', 'b']);
  });
});

describe('lists', () => {
  const edition = editionOf([
    story('old', { published: '2024-12-31T23:30:00-05:00', topics: ['NATO', 'nato'] }),
    story('arts', { section: 'arts', authors: ['reporter', 'critic'], topics: ['Nato'] }),
    story('world', { published: '2025-02-01T00:00:00+02:00', authors: ['critic'] }),
  ]);

  test('a section lists its stories and no others', () => {
    expect(ids(edition.inSection('world'))).toEqual(['world', 'old']);
    expect(ids(edition.inSection('arts'))).toEqual(['arts']);
    expect(edition.inSection('nowhere')).toEqual([]);
  });

  test('a story with two authors is listed under both', () => {
    expect(ids(edition.byAuthor('critic'))).toEqual(['arts', 'world']);
    expect(ids(edition.byAuthor('reporter'))).toEqual(['arts', 'old']);
  });

  test('capitals do not create another topic, and no story is listed twice', () => {
    expect(ids(edition.onTopic('nAtO'))).toEqual(['arts', 'old']);
  });

  test('the encoding of accents does not create another topic', () => {
    const accents = editionOf([story('a', { topics: ['Caf\u00E9'] })]);
    expect(ids(accents.onTopic('cafe\u0301'))).toEqual(['a']);
  });

  test('a month is that of the date as the editor wrote it, whatever it is in UTC', () => {
    expect(ids(edition.inMonth('2024-12'))).toEqual(['old']);
    expect(ids(edition.inMonth('2025-02'))).toEqual(['arts', 'world']);
    expect(edition.months()).toEqual(['2025-02', '2024-12']);
  });

  test('a section or an author that does not exist is an error', () => {
    expect(() => edition.section('sprot')).toThrow('There is no section "sprot"');
    expect(() => edition.author('nobody')).toThrow('There is no author "nobody"');
  });
});

describe('must read', () => {
  // The older of the two picks has the higher rank.
  const [a, b, c, d, e] = stories(5) as [Article, Article, Article, Article, Article];
  const articles = [a, b, c, { ...d, mustRead: 2 }, { ...e, mustRead: 1 }];

  test('picks come first, in the order of their ranks, then the newest', () => {
    expect(ids(editionOf(articles).mustRead(4))).toEqual(['e', 'd', 'a', 'b']);
  });

  test('the current story is left out, and the list is still full', () => {
    expect(ids(editionOf(articles).mustRead(4, 'e'))).toEqual(['d', 'a', 'b', 'c']);
  });

  test('of two stories with the same rank, the newer comes first', () => {
    const ranked = stories(3, { mustRead: 7 }).toReversed();
    expect(ids(editionOf(ranked).mustRead(2))).toEqual(['a', 'b']);
  });

  test('a small paper has a short list, without repeats', () => {
    expect(ids(editionOf(articles).mustRead(20))).toEqual(['e', 'd', 'a', 'b', 'c']);
  });
});
