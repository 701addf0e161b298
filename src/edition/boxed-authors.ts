import { traitsOf } from '../schemas/kinds.ts';
import type { Article } from './article.ts';

interface Named {
  type: string;
  bio?: string | undefined;
}

/**
 * The authors whom the end of a story introduces: people with a text on them. A page that opens with its author has
 * introduced them, and what is to know of a newsroom is not about the story.
 * @param article the story
 * @param authorOf finds an author
 */
export const boxedAuthors = <Author extends Named>(
  { kind, authors }: Pick<Article, 'kind' | 'authors'>,
  authorOf: (id: string) => Author,
): Author[] =>
  traitsOf(kind).leads === 'author'
    ? []
    : authors.map(authorOf).filter(({ type, bio }) => type === 'person' && bio !== undefined);
