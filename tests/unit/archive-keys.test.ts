import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/edition/article.ts';
import { findablePages } from '../../src/lists/findable.ts';
import { type Paper, paper, printedWith } from './keyed-paper.ts';
import { addresses } from './listed-paper.ts';

describe('the archive and the sitemaps', () => {
  const monthly = {
    ...paper.stories,
    opera: { ...paper.stories['opera'], published: '2025-01-11T09:00:00Z' },
  };
  /** The keys of the months and years of the archive, and of the sitemaps. */
  const keysWith = (change: Partial<Paper>): Map<string, string> => {
    const { lists, keys, edition } = printedWith({ stories: monthly, ...change });
    const findable = findablePages({
      edition,
      lists,
      front: edition.front(undefined, 1),
      addresses,
    });
    return new Map([
      ...lists
        .filter(({ kind }) => kind === 'month' || kind === 'year')
        .map((list): [string, string] => [list.id, keys.archive(list, undefined, undefined)]),
      ...[...findable].map(([name, pages]): [string, string] => [
        `sitemap ${name}`,
        keys.sitemap(name, pages),
      ]),
    ]);
  };
  const before = keysWith({});
  const changedBy = (change: Partial<Paper>): string[] => {
    const now = keysWith(change);
    return [...new Set([...before.keys(), ...now.keys()])]
      .filter((name) => before.get(name) !== now.get(name))
      .sort();
  };
  const storiesWith = (id: string, change: Partial<Article>): Partial<Paper> => ({
    stories: { ...monthly, [id]: { ...(monthly as Paper['stories'])[id], ...change } },
  });

  test('are printed again for the month of a story whose headline changes', () => {
    expect(changedBy(storiesWith('mill', { headline: 'Wheels' }))).toEqual(['2025', '2025-02']);
    expect(changedBy(storiesWith('opera', { headline: 'Acts' }))).toEqual(['2025', '2025-01']);
  });

  test('are the same when only the words of a story do', () => {
    expect(changedBy(storiesWith('mill', { body: 'It grinds no more.' }))).toEqual([]);
  });

  test('are printed again for a story that is new, has gone, or has moved to another month', () => {
    const added = { stories: { ...monthly, fair: { published: '2025-02-20T09:00:00Z' } } };
    expect(changedBy(added)).toEqual(
      expect.arrayContaining(['2025', '2025-02', 'sitemap 2025-02']),
    );
    expect(changedBy(added)).not.toContain('2025-01');
    expect(changedBy(added)).not.toContain('sitemap 2025-01');
    const moved = storiesWith('opera', { published: '2024-12-11T09:00:00Z' });
    expect(changedBy(moved)).toEqual(
      expect.arrayContaining(['2024', '2024-12', '2025', '2025-01', 'sitemap 2024-12']),
    );
  });

  test('lead to the months and years beside them', () => {
    const { lists, keys } = printedWith({ stories: monthly });
    const [month] = lists.filter(({ kind }) => kind === 'month');
    if (!month) throw new Error('There is no month.');
    const all = [
      keys.archive(month, undefined, undefined),
      keys.archive(month, '2025-01', undefined),
    ];
    expect(new Set([...all, keys.archive(month, undefined, '2025-01')]).size).toBe(3);
  });

  test('name the pictures of stories, and the moment at which those were changed', () => {
    expect(changedBy({ leadImages: { opera: 'opera.two.jpg' } })).toEqual(
      expect.arrayContaining(['2025-01', 'sitemap 2025-01']),
    );
    const updated = storiesWith('opera', { updated: '2025-01-12T09:00:00Z' });
    expect(changedBy(updated)).toContain('sitemap 2025-01');
  });
});
