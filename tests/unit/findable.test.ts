import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/edition/article.ts';
import { changedAt, latest } from '../../src/edition/changed.ts';
import { createEdition } from '../../src/edition/edition.ts';
import { findablePages } from '../../src/lists/findable.ts';
import { addresses, listsIn } from './listed-paper.ts';
import { story } from './stories.ts';

const moment = new Date('2025-03-01T08:00:00Z');

/** The indexable pages of a paper with these stories: addresses without the base path, and when they changed. */
function groupsOf(articles: Article[]): Record<string, Record<string, string | undefined>> {
  const edition = createEdition({
    articles,
    sections: [
      { id: 'world', title: 'World', description: 'World.', order: 1 },
      { id: 'empty', title: 'Empty', description: 'Empty.', order: 2 },
    ],
    authors: [
      { id: 'reporter', name: 'Reporter', type: 'person', links: [] },
      { id: 'idler', name: 'Idler', type: 'person', links: [] },
    ],
    pages: [{ id: 'about', title: 'About', description: 'About.' }],
    moment,
    language: 'en-GB',
  });
  const lists = listsIn(edition);
  return Object.fromEntries(
    [...findablePages({ edition, lists, front: edition.front(), addresses })].map(
      ([group, pages]) => [
        group,
        Object.fromEntries(
          pages.map(({ path, changed }) => [path.slice('/paper'.length), changed]),
        ),
      ],
    ),
  );
}

describe('an article', () => {
  const published = '2025-02-13T20:15:00+02:00';
  const changed = (rest: Partial<Article>) => changedAt(story('a', { published, ...rest }), moment);

  test('changed when it was published, in the editor’s notation', () => {
    expect(changed({})).toBe(published);
  });

  test('changed when it was updated or corrected, whichever came last', () => {
    const updated = '2025-02-14T09:00:00+02:00';
    const correction = (date: string) => ({ date, text: 'It was not so.' });
    expect(changed({ updated })).toBe(updated);
    expect(changed({ updated, corrections: [correction('2025-02-14T06:59:00Z')] })).toBe(updated);
    const later = '2025-02-14T07:01:00Z';
    expect(
      changed({ updated, corrections: [correction(later), correction('2025-02-13T23:00:00Z')] }),
    ).toBe(later);
    expect(changed({ updated, changeNotes: [{ ...correction(later), kind: 'update' }] })).toBe(
      later,
    );
  });

  test('is not changed by anything dated after the edition', () => {
    expect(changed({ updated: '2025-03-01T08:00:01Z' })).toBe(published);
    expect(changed({ updated: '2025-03-01T08:00:00Z' })).toBe('2025-03-01T08:00:00Z');
  });
});

test('times are compared as instants, not as text', () => {
  expect(latest(['2025-02-13T23:00:00-05:00', undefined, '2025-02-14T01:00:00Z'])).toBe(
    '2025-02-13T23:00:00-05:00',
  );
  expect(latest([])).toBeUndefined();
});

describe('what search engines may index', () => {
  const days = Array.from({ length: 21 }, (_, n) =>
    story(`day-${String(n + 1)}`, {
      published: `2025-02-${String(n + 1).padStart(2, '0')}T10:00:00Z`,
      topics: n === 0 ? ['NATO'] : [],
    }),
  );
  const groups = groupsOf([
    ...days,
    story('old', {
      published: '2024-12-31T23:30:00-05:00',
      corrections: [{ date: '2025-02-20T00:00:00Z', text: 'It was not so.' }],
    }),
    story('draft', { draft: true }),
    story('tomorrow', { published: '2025-03-02T00:00:00Z' }),
  ]);

  test('is every page of the paper except empty ones', () => {
    expect(Object.fromEntries(Object.entries(groups).map(([k, v]) => [k, Object.keys(v)]))).toEqual(
      {
        pages: [
          ...['/', '/latest/', '/latest/2/', '/corrections/'],
          ...['/archive/2025/', '/archive/2024/', '/archive/2025/02/', '/archive/2024/12/'],
          ...['/about/', '/topics/', '/archive/', '/feeds/'],
        ],
        sections: ['/world/', '/world/2/'],
        authors: ['/author/reporter/', '/author/reporter/2/'],
        topics: ['/topic/nato/'],
        '2024-12': ['/2024/12/old/'],
        '2025-02': days.map(({ id }) => `/2025/02/${id}/`),
      },
    );
  });

  test('changed with the latest change to anything it lists', () => {
    const newest = '2025-02-21T10:00:00Z';
    const correction = '2025-02-20T00:00:00Z';
    expect(groups['pages']).toEqual({
      '/': newest,
      '/latest/': newest,
      '/latest/2/': newest,
      '/about/': undefined,
      '/topics/': '2025-02-01T10:00:00Z',
      '/corrections/': correction,
      '/feeds/': undefined,
      '/archive/': newest,
      '/archive/2025/': newest,
      '/archive/2024/': correction,
      '/archive/2025/02/': newest,
      '/archive/2024/12/': correction,
    });
    expect(groups['2024-12']).toEqual({ '/2024/12/old/': correction });
  });

  test('changed on every page of a list when it got a new story', () => {
    expect(groups['sections']).toEqual({
      '/world/': '2025-02-21T10:00:00Z',
      '/world/2/': '2025-02-21T10:00:00Z',
    });
  });

  test('changed on a further page if a correction is later than the newest story', () => {
    const corrected = groupsOf([
      ...days.slice(1),
      story('day-1', {
        published: '2025-02-01T10:00:00Z',
        corrections: [{ date: '2025-02-25T00:00:00Z', text: 'It was not so.' }],
      }),
    ]);
    expect(corrected['sections']).toEqual({
      '/world/': '2025-02-21T10:00:00Z',
      '/world/2/': '2025-02-25T00:00:00Z',
    });
  });

  test('includes withdrawn stories in their month, changed when they were withdrawn', () => {
    const withdrawn = { date: '2025-02-26T10:00:00Z', reason: 'It was a hoax.' };
    const gone = story('gone', { published: '2023-05-01T10:00:00Z', withdrawn });
    const found = groupsOf([...days, gone]);
    expect(found['2023-05']).toEqual({ '/2023/05/gone/': withdrawn.date });
    expect(Object.keys(found['pages'] ?? {})).not.toContain('/archive/2023/');
  });

  test('in an empty paper is the front page, the standing pages, the corrections and the feeds', () => {
    expect(groupsOf([])).toEqual({
      pages: {
        '/': undefined,
        '/about/': undefined,
        '/corrections/': undefined,
        '/feeds/': undefined,
      },
      sections: {},
      authors: {},
    });
  });
});
