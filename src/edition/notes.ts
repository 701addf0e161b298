import type { NoteName } from '../language/notes.ts';
import type { ArticleCopy } from '../schemas/article.ts';

/** A note below a story's text, from its frontmatter. */
export interface Note {
  name: NoteName;
  text: string;
  /** The address that it links to. */
  url?: string | undefined;
}

type Noted = Omit<ArticleCopy, 'leadImage'>;

/** Makes each note, by the name of its label, from a story's fields; undefined if the story does not have it. */
const notes: Record<NoteName, (story: Noted) => Omit<Note, 'name'> | undefined> = {
  source: ({ source }) => source && { text: source.name, url: source.url },
};

/** The notes of a story in display order, for its page, the text-only edition and feeds alike. */
export const notesOf = (story: Noted): Note[] =>
  (Object.keys(notes) as NoteName[]).flatMap((name) => {
    const note = notes[name](story);
    return note ? [{ name, ...note }] : [];
  });
