import type { Known } from '../../check/known-names.ts';
import { collectionOf } from '../../copy/collection-of.ts';
import { type Collection, collections, idOf } from '../../copy/collections.ts';
import { UnreadableError } from '../../copy/mistakes.ts';
import type { Copy } from '../../copy/read.ts';
import { type Entry, type Reading, readEntryText } from '../../copy/read-entry.ts';
import { redirectsIn } from '../../copy/redirects-file.ts';
import { soundText } from '../../copy/sound-text.ts';
import { seriesIn } from '../../copy/series-file.ts';
import { topicsIn } from '../../copy/topics-file.ts';
import { absolute, paperDir } from './place.ts';

/** A file of a collection as it was read. */
interface ReadFile {
  collection: Collection;
  reading: Reading<object>;
}

/** Reads the copy of a paper from its texts, each only once until it changes. */
export interface CopyInMemory {
  /** Reads one file, if it is of a collection and has not been read yet. */
  read: (path: string, text: string) => void;
  /** A file has changed, or gone. */
  forget: (path: string) => void;
  /** The whole copy, and the names of its entries. */
  whole: () => { copy: Copy; known: Known };
}

const readFile = (collection: Collection, path: string, text: string): Reading<object> => {
  try {
    return readEntryText(collection, absolute(path), paperDir, soundText(path, text));
  } catch (error) {
    if (error instanceof UnreadableError) return { entry: undefined, mistakes: [error.mistake] };
    throw error;
  }
};

/**
 * @param texts of all files, by their paths from the paper's folder; it may change
 * @param content the content folder, with a slash at its end
 */
export const createCopyInMemory = (
  texts: ReadonlyMap<string, string>,
  content: string,
): CopyInMemory => {
  const files = new Map<string, ReadFile>();

  const read = (path: string, text: string): void => {
    const collection = files.has(path) ? undefined : collectionOf(path, content);
    if (collection) files.set(path, { collection, reading: readFile(collection, path, text) });
  };

  const whole = (): { copy: Copy; known: Known } => {
    for (const [path, text] of texts) read(path, text);
    const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
    const names = Object.keys(collections) as Collection[];
    const of = (collection: Collection) =>
      sorted.filter(([, file]) => file.collection === collection);
    const entries = Object.fromEntries(
      names.map((name) => [name, of(name).flatMap(([, { reading }]) => reading.entry ?? [])]),
    ) as Record<Collection, Entry<never>[]>;
    const ids = (name: Collection) => new Set(of(name).map(([path]) => idOf(path)));
    const [described, moved] = [`${content}topics.yaml`, `${content}redirects.yaml`];
    const ofTopics = topicsIn(described, texts.get(described) ?? '');
    const named = `${content}series.yaml`;
    const ofSeries = seriesIn(named, texts.get(named) ?? '');
    const ofRedirects = redirectsIn(moved, texts.get(moved) ?? '');
    return {
      copy: {
        ...entries,
        topics: ofTopics.topics,
        series: ofSeries.series,
        redirects: ofRedirects.redirects,
        mistakes: sorted.flatMap(([, { reading }]) => reading.mistakes),
      },
      known: {
        articles: ids('articles'),
        sections: ids('sections'),
        authors: ids('authors'),
        pages: ids('pages'),
      },
    };
  };
  return { read, forget: (path) => void files.delete(path), whole };
};
