import { stampOf } from '../file-stamp.ts';
import { openRows } from './kept-rows.ts';

/** What was found out about files. As long as they do not change, they are not read for it again. */
export interface KnownFiles {
  /**
   * What was found out, if none of the files has changed since.
   * @param name says what was found out, and about what
   * @returns `stamp` is to be handed over with what is found out now, and undefined if it cannot be kept
   */
  recall: (name: string, files: readonly string[]) => { stamp: string | undefined; found: unknown };
  learn: (name: string, stamp: string | undefined, found: unknown) => void;
  /** Writes down what was recalled or learnt since it was last called, and forgets the rest, if it can be written. */
  keep: () => void;
}

interface Known {
  stamp: string;
  found: unknown;
}

const stampOfAll = (files: readonly string[]): string | undefined => {
  const stamps = files.map((file) => stampOf(file));
  return stamps.includes(undefined) ? undefined : stamps.join(' ');
};

/**
 * Opens what was found out about files.
 * @param folder absolute path of the folder in which it is kept; it need not exist
 * @param code a digest of all that decides what is found out, besides the files
 */
export const openKnownFiles = (folder: string, code: string): KnownFiles => {
  const rows = openRows<Known>(folder, code);
  return {
    recall: (name, files) => {
      const stamp = stampOfAll(files);
      const last = rows.last(name);
      if (!last || stamp === undefined || last.stamp !== stamp) return { stamp, found: undefined };
      rows.set(name, last);
      return { stamp, found: last.found };
    },
    learn: (name, stamp, found) => {
      if (stamp === undefined) return;
      rows.set(name, { stamp, found });
      rows.changed(name);
    },
    keep: rows.keep,
  };
};
