import { sep } from 'node:path';
import { watchFolder } from './watch-folder.ts';

/** How long saves are collected before copy is read again, in milliseconds. */
const burst = 30;

/** How often to look at the disk where the system does not tell of every change, in milliseconds. */
const look = 2000;

/** What is done with saved files. */
export interface Following {
  /** Is given what was saved, added or removed, in bursts, one after another: files, or folders with all in them. */
  follow: (paths: readonly string[]) => Promise<void>;
  /** The files that are not as they were read. */
  changed: () => readonly string[];
  /** Is given what either throws. */
  failed: (error: unknown) => void;
}

/**
 * Makes a development server follow the copy. Astro's own way reads all of it again, goes by the watcher of the server
 * that it started first, and sees nothing once a new setting has restarted it.
 * @param contentDir absolute path of the folder to watch
 * @param within the folders that links in it may lead to
 * @returns a function that ends it
 */
export const followCopy = (
  contentDir: string,
  within: readonly string[],
  { follow, changed, failed }: Following,
): (() => void) => {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const saved = (...paths: readonly string[]): void => {
    for (const path of paths) if (path.startsWith(contentDir + sep)) waiting.add(path);
    if (waiting.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const all = [...waiting];
      waiting.clear();
      running = running.then(() => follow(all)).catch(failed);
    }, burst);
  };
  const watched = watchFolder(contentDir, within, saved);
  // What was saved after it was read, and before it was watched.
  saved(...changed());
  const looking = setInterval(() => {
    if (!watched.isWhole()) saved(...changed());
  }, look).unref();
  return () => {
    clearTimeout(timer);
    clearInterval(looking);
    watched.close();
  };
};
