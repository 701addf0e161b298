import type { Article } from '../../src/edition/article.ts';
import { createEdition, type Edition } from '../../src/edition/edition.ts';

/** A story with the fields that a test sets, and minimal values for the rest. */
export function story(id: string, rest: Partial<Article> = {}): Article {
  return {
    id,
    headline: `About ${id}`,
    standfirst: 'In short.',
    section: 'world',
    authors: ['reporter'],
    published: '2025-02-13T20:15:00+02:00',
    kind: 'news',
    topics: [],
    related: [],
    draft: false,
    body: '',
    ...rest,
  };
}

/** Stories `a`, `b`, `c` … that differ only in their hour, newest first. */
export function stories(count: number, rest: Partial<Article> = {}): Article[] {
  return Array.from({ length: count }, (_, n) =>
    story(String.fromCharCode('a'.charCodeAt(0) + n), {
      published: `2025-02-13T${String(23 - n).padStart(2, '0')}:00:00Z`,
      ...rest,
    }),
  );
}

/** The edition of 1 March 2025, with three sections, `arts` first. */
export function editionOf(articles: Article[], moment = '2025-03-01T08:00:00Z'): Edition<Article> {
  const section = (id: string, order: number) => ({ id, title: id, description: id, order });
  return createEdition({
    articles,
    sections: [section('world', 2), section('sport', 3), section('arts', 1)],
    authors: [],
    pages: [],
    moment: new Date(moment),
    language: 'en-GB',
  });
}

export const ids = (list: readonly Article[]): string[] => list.map(({ id }) => id);
