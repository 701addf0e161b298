import type { Contents } from './contents.ts';
import { codeDigest } from './digests.ts';
import type { EditionLists, ListedEdition } from './edition-list.ts';
import type { EditionWork } from './edition-worker.ts';
import { runInThread } from './run-in-thread.ts';
import type { Aftermath } from './written-files.ts';

/** The edition on air, while it is compared with what was printed. */
export interface OnAir {
  /** How the last build described it. */
  listed: ListedEdition | undefined;
  /** Waits until its files are compared; undefined if there is nothing to compare. */
  aftermath: () => Promise<Aftermath | undefined>;
  /** Waits until it is known what else is in its folder: see `strangersIn`. Undefined if there is nothing to compare. */
  strangers: () => Promise<Contents | undefined>;
}

/**
 * Starts to compare the edition on air with its description, in a thread of its own, while the main thread reads copy.
 * Whatever may have changed since it was printed is read.
 */
export const editionOnAir = (cacheDir: string, lists: EditionLists): OnAir => {
  const work: EditionWork = { cacheDir, format: codeDigest('edition') };
  const first = Promise.withResolvers<unknown>();
  const ended = runInThread(new URL('edition-worker.ts', import.meta.url), work, first.resolve);
  return {
    listed: lists.read(cacheDir),
    // A thread that finds no list says nothing.
    aftermath: async () => (await Promise.race([first.promise, ended()])) as Aftermath | undefined,
    strangers: async () => (await ended()) as Contents | undefined,
  };
};
