import type { Searchable } from '../search/records.ts';
import { hasStory, storyIn } from '../search/story-page.ts';
import { areFew } from './few-pages.ts';
import {
  beginSearch,
  type BegunSearch,
  digestOf,
  filesBefore,
  type Indexing,
  indexBefore,
} from './print-search.ts';

/** The search index of an edition, which may be begun once the edition is on air. */
export interface Search extends Pick<BegunSearch, 'printed' | 'asBefore' | 'printInto'> {
  /**
   * Begins the index, unless it can wait. Called when it is known which pages are kept, before the first is printed.
   * @param printed the files of the pages that will be
   * @returns the pages that should be printed first, in order
   */
  begin: (printed: readonly string[]) => readonly string[];
}

/**
 * Makes the search index of an edition. If few pages are printed, it is begun once they are on air, with all that search needs of
 * stories: readers have that of the last edition meanwhile. It is begun at once if there is none, or if one of the pages is new:
 * it may be a story that has nothing for search.
 * @param storiesOf works out the public stories, in a stable order, which takes a while in a large paper
 */
export const searchLater = (storiesOf: () => readonly Searchable[], indexing: Indexing): Search => {
  const { last } = indexing;
  const before = filesBefore(indexing);
  let begun: BegunSearch | undefined;
  /** The pages of stories that were printed before it was begun. */
  const printed = new Map<string, string>();

  const beginNow = (): BegunSearch => {
    if (begun) return begun;
    begun = beginSearch(storiesOf(), indexing, before);
    for (const file of begun.awaited) {
      if (!printed.has(file) && last.kept.has(file)) begun.kept(file);
    }
    for (const [file, html] of printed) begun.printed(file, html);
    printed.clear();
    return begun;
  };

  const canWait = (files: readonly string[]): boolean =>
    before.length > 0 && areFew(files) && files.every((file) => last.pages.has(file));

  return {
    begin: (files) => (canWait(files) ? [] : beginNow().awaited),
    printed: (file, html) => {
      if (begun) begun.printed(file, html);
      else if (hasStory(html)) printed.set(file, html);
      // It may have been withdrawn.
      else if (last.search.stories.has(file)) beginNow().printed(file, html);
    },
    asBefore: () => {
      if (begun) return begun.asBefore();
      const stories = new Map(last.search.stories);
      for (const [file, html] of printed) stories.set(file, digestOf(storyIn(html, file)));
      return indexBefore(last, before, stories);
    },
    printInto: (next) => beginNow().printInto(next),
  };
};
