import type { Comment, CorrectionComment, NewsMediaOrganization } from 'schema-dts';
import { type Changed, type ChangeNote, changeNotesOf } from '../../edition/change-notes.ts';
import type { ChangeKind } from '../../language/change-notes.ts';

/** What the description of a story's changes needs. */
export interface ChangeFacts extends Changed {
  /** The names of the kinds of notes, in the story's language. */
  changeNames: Readonly<Record<ChangeKind, string>>;
  publisher: NewsMediaOrganization;
}

interface ChangeData {
  correction?: CorrectionComment[];
  comment?: Comment[];
}

/**
 * What was changed in a story. A correction is schema.org's CorrectionComment, and so is the reason for a withdrawal. It
 * has nothing of its own for updates and clarifications, so they are comments by the publisher, named by their kind.
 */
export const changeData = ({ changeNames, publisher, ...story }: ChangeFacts): ChangeData => {
  const notes = changeNotesOf(story);
  const isWrong = ({ kind }: ChangeNote): boolean => kind === 'correction' || kind === 'withdrawal';
  const corrections = notes.filter(isWrong);
  const others = notes.filter((note) => !isWrong(note));
  return {
    ...(corrections.length === 0
      ? {}
      : {
          correction: corrections.map(({ date, text }) => ({
            '@type': 'CorrectionComment' as const,
            text,
            datePublished: date,
          })),
        }),
    ...(others.length === 0
      ? {}
      : {
          comment: others.map(({ kind, date, text }) => ({
            '@type': 'Comment' as const,
            name: changeNames[kind],
            text,
            datePublished: date,
            author: publisher,
          })),
        }),
  };
};
