import { codeDigest } from './digests.ts';
import type { EditionLists, ListedEdition } from './edition-list.ts';
import type { Compared, EditionWork } from './edition-worker.ts';
import { runInThread } from './run-in-thread.ts';

/** The edition on air, while its files are compared with what was printed. */
export interface OnAir {
  /** How the last build described it. */
  listed: ListedEdition | undefined;
  /** Waits for the comparison, and returns what it found; undefined if there was nothing to compare. */
  compared: () => Promise<Compared | undefined>;
}

/**
 * Starts to compare the edition on air with its description, in a thread of its own, while the main thread reads copy.
 * Whatever may have changed since it was printed is read.
 */
export const editionOnAir = (cacheDir: string, lists: EditionLists): OnAir => {
  const listed = lists.read(cacheDir);
  if (!listed) return { listed, compared: () => Promise.resolve(undefined) };
  const work: EditionWork = { cacheDir, format: codeDigest('edition') };
  const ended = runInThread(new URL('edition-worker.ts', import.meta.url), work);
  return {
    listed,
    compared: async () => (await ended()) as Compared | undefined,
  };
};
