import { sep } from 'node:path';
import type { ViteDevServer } from 'vite';

/** How long saves are collected before copy is read again, in milliseconds. */
const burst = 30;

/** When to look for saves that came before the watcher was ready, in milliseconds after it was asked to watch. */
const looks = [1000, 4000, 12_000];

/** What is done with saved files. */
export interface Following {
  /** Is given the files that were saved, added or removed, in bursts, one after another. */
  follow: (files: readonly string[]) => Promise<void>;
  /** The files that are not as they were read. */
  changed: () => readonly string[];
  /** Is given what either throws. */
  failed: (error: unknown) => void;
}

/**
 * Makes a development server follow the copy. Astro's own way reads all of it again, goes by the watcher of the server
 * that it started first, and sees nothing once a new setting has restarted it.
 * @param contentDir absolute path of the folder to watch
 */
export const followCopy = (
  { watcher }: Pick<ViteDevServer, 'watcher'>,
  contentDir: string,
  { follow, changed, failed }: Following,
): void => {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const saved = (...files: readonly string[]): void => {
    for (const file of files) if (file.startsWith(contentDir + sep)) waiting.add(file);
    if (waiting.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = [...waiting];
      waiting.clear();
      running = running.then(() => follow(files)).catch(failed);
    }, burst);
  };
  watcher.add(contentDir);
  for (const event of ['add', 'change', 'unlink']) {
    watcher.on(event, (file: string) => {
      saved(file);
    });
  }
  // The watcher tells nothing of what was saved while it was still listing the folder.
  for (const wait of looks) {
    setTimeout(() => {
      saved(...changed());
    }, wait).unref();
  }
};
