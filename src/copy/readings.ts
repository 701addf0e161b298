import { stampOf } from '../file-stamp.ts';
import { type Collection, collections } from './collections.ts';
import { openRows } from './kept-rows.ts';
import { type Mistake, UnreadableError } from './mistakes.ts';
import { type DataOf, type FiledEntry, type FiledReading, readEntryText } from './read-entry.ts';
import { shownPath } from './shown-path.ts';
import { readTextFile } from './text-file.ts';
import { digestOfText, isUnread, withUnreadBody } from './unread-body.ts';

/** What was read of the files of copy. A file that has not changed since is not read again. */
export interface Readings {
  /** One file, read and checked by itself. */
  read: <C extends Collection>(collection: C, file: string) => FiledReading<DataOf<C>>;
  /** What was noted of the text of an entry; undefined of one that is not as its file has it. */
  notesOn: (entry: object) => unknown;
  /** Notes something of the text of an entry, which must follow from that text alone. */
  note: (entry: object, notes: unknown) => void;
  /** Writes down what was read since it was last called, and forgets the rest. Does nothing where nothing can be written. */
  keep: () => void;
}

type KeptEntry = Omit<FiledEntry<object>, 'file' | 'digest' | 'body'>;

/** What is kept of a file. Without an entry, nothing in it is usable. */
interface Kept {
  /** Undefined if it changed so recently that it cannot be known again. */
  stamp: string | undefined;
  digest: string;
  entry: KeptEntry | undefined;
  mistakes: Mistake[];
  notes: unknown;
}

type Known = Kept & { reading?: FiledReading<object> | undefined };

const keptEntry = ({ id, shown, data, above }: KeptEntry): KeptEntry => ({
  ...{ id, shown, data, above },
});

const keptOf = ({ stamp, digest, entry, mistakes, notes }: Known): Kept => ({
  ...{ stamp, digest, entry, mistakes, notes },
});

const readingOf = (file: string, { digest, entry, mistakes }: Kept): FiledReading<object> => {
  if (!entry) return { entry: undefined, mistakes };
  const { id, shown, data, above } = entry;
  const filed = { id, file, shown, data, above, digest };
  const hasBody = file.toLowerCase().endsWith(collections.articles.ending);
  return { entry: hasBody ? withUnreadBody(filed) : { ...filed, body: '' }, mistakes };
};

/**
 * Opens what was read of a content folder.
 * @param paperDir the folder that mistakes name files from
 * @param folder absolute path of the folder in which it is kept; it need not exist
 * @param code a digest of all that decides what is read and noted, besides the files
 */
export const openReadings = (
  { contentDir, paperDir }: { contentDir: string; paperDir: string },
  folder: string,
  code: string,
): Readings => {
  const whole = `${code} ${JSON.stringify(shownPath(contentDir, paperDir))}`;
  const rows = openRows<Known>(folder, whole, keptOf);
  const nameOfEntry = new WeakMap<object, string>();

  const learn = (name: string, found: Known): FiledReading<object> => {
    rows.set(name, found);
    const entry = found.reading?.entry;
    if (entry) nameOfEntry.set(entry, name);
    return found.reading ?? { entry: undefined, mistakes: found.mistakes };
  };

  const read = (collection: Collection, file: string): FiledReading<object> => {
    const name = file.slice(contentDir.length);
    const last = rows.last(name);
    // Before the file is read: what is written meanwhile has another stamp.
    const stamp = stampOf(file);
    if (last && stamp !== undefined && last.stamp === stamp) {
      const entry = last.reading?.entry;
      // A text that was asked for last time is not held on to.
      if (!entry || !isUnread(entry)) last.reading = readingOf(file, last);
      return learn(name, last);
    }
    const shown = shownPath(file, paperDir);
    const text = readTextFile(file, shown);
    const digest = digestOfText(text);
    if (last?.digest === digest) {
      if (stamp !== last.stamp) rows.changed(name);
      return learn(name, { ...last, stamp, reading: last.reading ?? readingOf(file, last) });
    }
    rows.changed(name);
    const { entry, mistakes } = readEntryText(collection, file, paperDir, text);
    const reading = { entry: entry && { ...entry, digest }, mistakes };
    const kept = { stamp, digest, entry: entry && keptEntry(entry), mistakes, notes: undefined };
    return learn(name, { ...kept, reading });
  };

  return {
    read: (collection, file) => {
      try {
        return read(collection, file) as FiledReading<never>;
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        return { entry: undefined, mistakes: [error.mistake] };
      }
    },
    notesOn: (entry) => rows.next(nameOfEntry.get(entry) ?? '')?.notes,
    note: (entry, notes) => {
      const name = nameOfEntry.get(entry);
      const found = name === undefined ? undefined : rows.next(name);
      if (name === undefined || !found) return;
      found.notes = notes;
      rows.changed(name);
    },
    keep: rows.keep,
  };
};
