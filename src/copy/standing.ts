import { asItStands } from '../edition/withdrawn.ts';
import type { ArticleCopy } from '../schemas/article.ts';
import type { Collection } from './collections.ts';
import type { Entry } from './read-entry.ts';

const isStory = (collection: Collection, entry: Entry<object>): entry is Entry<ArticleCopy> =>
  collection === 'articles' && 'headline' in entry.data;

/** An entry as an edition may show it: see `asItStands`. */
export const standing = <E extends Entry<object>>(
  collection: Collection,
  entry: E,
  moment: Date,
): E => (isStory(collection, entry) ? asItStands(entry, moment) : entry);
