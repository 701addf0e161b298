import { type ListedEdition, readEditionList } from './edition-list.ts';
import type { EditionWork } from './edition-worker.ts';
import { runInThread } from './run-in-thread.ts';
import type { Stamps } from './written-files.ts';

/** The edition on air, while its files are compared with what was printed. */
export interface OnAir {
  /** How the last build described it. */
  listed: ListedEdition | undefined;
  /** Waits for the comparison, and returns the files that are still as they were printed, with their stamps. */
  compared: () => Promise<{ whole: ReadonlySet<string>; stamps: Stamps }>;
}

/**
 * Starts to compare the edition on air with its description, in a thread of its own, while the main thread reads copy.
 * Whatever may have changed since it was printed is read.
 */
export const editionOnAir = (cacheDir: string): OnAir => {
  const listed = readEditionList(cacheDir);
  if (!listed) {
    return { listed, compared: () => Promise.resolve({ whole: new Set(), stamps: new Map() }) };
  }
  const { dir, files, stamps } = listed;
  const work: EditionWork = { dir, files, stamps };
  const ended = runInThread(new URL('edition-worker.ts', import.meta.url), work);
  return {
    listed,
    compared: async () => (await ended()) as Awaited<ReturnType<OnAir['compared']>>,
  };
};
