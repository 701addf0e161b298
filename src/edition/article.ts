import type { ChangeKind } from '../language/change-notes.ts';
import type { LiveState } from '../language/live-states.ts';
import type { Kind } from '../schemas/kinds.ts';

/** The fields of an article that an edition is made from. Entries may carry more. */
export interface Article {
  id: string;
  kicker?: string | undefined;
  headline: string;
  standfirst: string;
  section: string;
  authors: string[];
  /** ISO 8601 with offset. */
  published: string;
  /** Whether its age may be said. */
  ageNotice?: boolean | undefined;
  embargo?: string | undefined;
  updated?: string | undefined;
  kind: Kind;
  /** How the coverage of a live story stands. */
  state?: LiveState | undefined;
  topics: string[];
  series?: { id: string; part: number } | undefined;
  mustRead?: number | undefined;
  related: string[];
  corrections?: readonly { date: string; text: string }[] | undefined;
  changeNotes?: readonly { date: string; text: string; kind: ChangeKind }[] | undefined;
  /** Only of a story that is withdrawn by now: its words are gone, and it is in no list. */
  withdrawn?: { date: string; reason: string } | undefined;
  draft: boolean;
  guid?: string | undefined;
  /** Markdown. */
  body: string;
}

/** Compares text by code units, so that the order is the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorts by date, then by id. Each date is read once: comparing would read it again and again. */
const byDate = <A extends Pick<Article, 'id' | 'published'>>(
  articles: readonly A[],
  sign: 1 | -1,
): A[] =>
  articles
    .map((article) => ({ article, moment: Date.parse(article.published) }))
    .sort((a, b) => sign * (a.moment - b.moment) || compare(a.article.id, b.article.id))
    .map(({ article }) => article);

/** Articles in the order of {@link newestFirst}. */
export const sortedNewestFirst = <A extends Pick<Article, 'id' | 'published'>>(
  articles: readonly A[],
): A[] => byDate(articles, -1);

/** Articles from the oldest; those of one moment by id, as ever. */
export const sortedOldestFirst = <A extends Pick<Article, 'id' | 'published'>>(
  articles: readonly A[],
): A[] => byDate(articles, 1);

/** Newest first; ties by id, so that the order never depends on how the files were read. */
export const newestFirst = (a: Article, b: Article): number =>
  Date.parse(b.published) - Date.parse(a.published) || compare(a.id, b.id);
