import { type Article, compare } from './article.ts';

/** A correction, and the story that it corrects. */
export interface ListedCorrection<A> {
  /** ISO 8601 with offset. */
  date: string;
  text: string;
  article: A;
}

/** Every correction of these articles, newest first; ties by the article's id, then as the editor wrote them. */
export const listCorrections = <A extends Article>(articles: readonly A[]): ListedCorrection<A>[] =>
  articles
    .flatMap((article) =>
      (article.corrections ?? []).map(({ date, text }) => ({ date, text, article })),
    )
    .sort((a, b) => Date.parse(b.date) - Date.parse(a.date) || compare(a.article.id, b.article.id));
