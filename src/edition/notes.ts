import type { NoteName } from '../language/notes.ts';
import type { ArticleCopy } from '../schemas/article.ts';

/** What a story says about itself below its text, in the words of its frontmatter. */
export interface Note {
  name: NoteName;
  text: string;
  /** Where it leads. */
  url?: string | undefined;
}

type Noted = Omit<ArticleCopy, 'leadImage'>;

/** Each note by its label's name, from the fields that it is made of; undefined where the story does not have it. */
const notes: Record<NoteName, (story: Noted) => Omit<Note, 'name'> | undefined> = {
  source: ({ source }) => source && { text: source.name, url: source.url },
};

/** The notes of a story, for its page, the text edition and feeds alike, in the order in which they are shown. */
export const notesOf = (story: Noted): Note[] =>
  (Object.keys(notes) as NoteName[]).flatMap((name) => {
    const note = notes[name](story);
    return note ? [{ name, ...note }] : [];
  });
