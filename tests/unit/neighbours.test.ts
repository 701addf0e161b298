import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/edition/article.ts';
import { editionOf, stories, story } from './stories.ts';

const around = (articles: Article[], id: string): (string | undefined)[] => {
  const edition = editionOf(articles);
  const article = edition.article(id);
  const { earlier, later } = edition.neighbours(article ?? story('none', { section: 'arts' }));
  return [earlier?.id, later?.id];
};

describe('the stories before and after a story', () => {
  test('are those of its section by time', () => {
    expect(around(stories(3), 'b')).toEqual(['c', 'a']);
    expect(around([...stories(2), story('z', { section: 'sport' })], 'b')).toEqual([
      undefined,
      'a',
    ]);
  });

  test('are missing at the ends of a section, and in a section of one story', () => {
    expect(around(stories(2), 'a')).toEqual(['b', undefined]);
    expect(around(stories(1), 'a')).toEqual([undefined, undefined]);
  });

  test('are never sponsored, but a sponsored story has them', () => {
    const [a, b, c] = stories(3);
    if (!a || !b || !c) throw new Error('There are three stories.');
    const articles: Article[] = [a, { ...b, kind: 'sponsored' }, c];
    expect(around(articles, 'a')).toEqual(['c', undefined]);
    expect(around(articles, 'c')).toEqual([undefined, 'a']);
    expect(around(articles, 'b')).toEqual(['c', 'a']);
  });
});
