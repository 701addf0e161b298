import type { Contents } from './contents.ts';
import { type ListedEdition, readEditionList } from './edition-list.ts';
import type { EditionWork } from './edition-worker.ts';
import { runInThread } from './run-in-thread.ts';
import type { Stamps } from './written-files.ts';

/** An edition on air, compared with what was printed. */
interface Compared {
  /** The files that are still as they were printed, with their stamps. */
  whole: ReadonlySet<string>;
  stamps: Stamps;
  /** Everything in its folder; undefined if it was not looked at. */
  contents: Contents | undefined;
}

/** The edition on air, while its files are compared with what was printed. */
export interface OnAir {
  /** How the last build described it. */
  listed: ListedEdition | undefined;
  /** Waits for the comparison, and returns what it found. */
  compared: () => Promise<Compared>;
}

/**
 * Starts to compare the edition on air with its description, in a thread of its own, while the main thread reads copy.
 * Whatever may have changed since it was printed is read.
 */
export const editionOnAir = (cacheDir: string): OnAir => {
  const listed = readEditionList(cacheDir);
  if (!listed) {
    const nothing: Compared = { whole: new Set(), stamps: new Map(), contents: undefined };
    return { listed, compared: () => Promise.resolve(nothing) };
  }
  const { dir, files, stamps } = listed;
  const work: EditionWork = { dir, files, stamps };
  const ended = runInThread(new URL('edition-worker.ts', import.meta.url), work);
  return {
    listed,
    compared: async () => (await ended()) as Compared,
  };
};
