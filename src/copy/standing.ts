import { asItStands, isWithdrawn } from '../edition/withdrawn.ts';
import type { ArticleCopy } from '../schemas/article.ts';
import type { Collection } from './collections.ts';
import { type Entry, readEntryText } from './read-entry.ts';

const isStory = (collection: Collection, entry: Entry<object>): entry is Entry<ArticleCopy> =>
  collection === 'articles' && 'headline' in entry.data;

/** An entry as an edition may show it: see `asItStands`. */
export const standing = <E extends Entry<object>>(
  collection: Collection,
  entry: E,
  moment: Date,
): E => (isStory(collection, entry) ? asItStands(entry, moment) : entry);

/** Whether the story in a text is withdrawn by a moment. Nearly no text has the word, and only such are read for it. */
export const isGone = (
  collection: Collection,
  { file, text }: { file: string; text: string },
  { paperDir, moment }: { paperDir: string; moment: Date },
): boolean => {
  if (collection !== 'articles' || !text.includes('withdrawn')) return false;
  const { entry } = readEntryText(collection, file, paperDir, text);
  return entry !== undefined && isWithdrawn(entry.data, moment);
};
