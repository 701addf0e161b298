import { type ListedEdition, readEditionList } from './edition-list.ts';
import type { EditionWork } from './edition-worker.ts';
import { runInThread } from './run-in-thread.ts';

/** The edition on air, while its files are compared with what was printed. */
export interface OnAir {
  /** How the last build described it. */
  listed: ListedEdition | undefined;
  /** Waits for the comparison, and returns the files that are still as they were printed. */
  whole: () => Promise<ReadonlySet<string>>;
}

/**
 * Starts to compare the edition on air with its description. All of it is read, in a thread of its own, while the main
 * thread reads copy.
 */
export const editionOnAir = (cacheDir: string): OnAir => {
  const listed = readEditionList(cacheDir);
  if (!listed) return { listed, whole: () => Promise.resolve(new Set()) };
  const { dir, files } = listed;
  const work: EditionWork = { dir, files };
  const compared = runInThread(new URL('edition-worker.ts', import.meta.url), work);
  return { listed, whole: async () => (await compared()) as ReadonlySet<string> };
};
