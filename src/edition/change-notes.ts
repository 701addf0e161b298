import type { ChangeKind } from '../language/change-notes.ts';
import type { Words } from '../language/words.ts';
import { type Article, compare } from './article.ts';

/** What an editor says of a change to a story after it was published. */
export interface ChangeNote {
  /** ISO 8601 with offset, as it was written. */
  date: string;
  text: string;
  kind: ChangeKind;
}

/** A note on a change, and the story that was changed. */
export type ListedChange<A> = ChangeNote & { article: A };

/** The fields of a story that say what was changed. */
export type Changed = Pick<Article, 'corrections' | 'changeNotes' | 'withdrawn'>;

/**
 * Every note on a change to a story, oldest first: its corrections and its withdrawal, which have fields of their own,
 * and all others.
 * Those of one moment are in the order in which they were written, corrections first.
 */
export const changeNotesOf = ({
  corrections = [],
  changeNotes = [],
  withdrawn,
}: Changed): ChangeNote[] =>
  [
    ...corrections.map(({ date, text }): ChangeNote => ({ date, text, kind: 'correction' })),
    ...changeNotes,
    ...(withdrawn === undefined
      ? []
      : [{ date: withdrawn.date, text: withdrawn.reason, kind: 'withdrawal' } as const]),
  ].sort((a, b) => Date.parse(a.date) - Date.parse(b.date));

/** The notes of all these articles, newest first; ties by the article's id, then as the editor wrote them. */
export const listChanges = <A extends Article>(articles: readonly A[]): ListedChange<A>[] =>
  articles
    .flatMap((article) => changeNotesOf(article).map((note) => ({ ...note, article })))
    .sort((a, b) => Date.parse(b.date) - Date.parse(a.date) || compare(a.article.id, b.article.id));

/** What a story's notes are called together, and what each of them must say of its kind. */
export interface ChangesHeading {
  title: string;
  /** The name of a note's kind; undefined where the title has said it. */
  label: (note: ChangeNote) => string | undefined;
  /** Whether something was wrong. */
  hasCorrection: boolean;
}

/**
 * Notes that all are corrections are headed so; among others, each says which kind it is of. Of a withdrawn story, its
 * withdrawal is all that is left to say.
 */
export const headingOfChanges = (
  notes: readonly ChangeNote[],
  words: Pick<Words, 'corrections' | 'changesToStory' | 'storyWithdrawn' | 'changes'>,
): ChangesHeading => {
  if (notes.every(({ kind }) => kind === 'withdrawal')) {
    return { title: words.storyWithdrawn, label: () => undefined, hasCorrection: false };
  }
  const corrections = notes.filter(({ kind }) => kind === 'correction');
  return corrections.length === notes.length
    ? { title: words.corrections, label: () => undefined, hasCorrection: true }
    : {
        title: words.changesToStory,
        label: ({ kind }) => words.changes[kind],
        hasCorrection: corrections.length > 0,
      };
};
