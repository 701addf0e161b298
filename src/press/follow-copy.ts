import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ViteDevServer } from 'vite';

/** How long saves are collected before copy is read again, in milliseconds. */
const burst = 50;

/** When to look for saves that came before the watcher was ready, in milliseconds after it was asked to watch. */
const looks = [1000, 4000, 12_000];

/** Whether anything in a folder was saved after a moment, in milliseconds since 1970. */
const isNewer = (folder: string, since: number): boolean =>
  readdirSync(folder, { recursive: true }).some(
    (name) =>
      (statSync(join(folder, String(name)), { throwIfNoEntry: false })?.mtimeMs ?? 0) > since,
  );

/**
 * Makes a development server follow the copy: reads it again after each burst of saves, and shows it. Astro's own way
 * goes by the watcher of the server that it started first, and sees nothing once a new setting has restarted it.
 * @param contentDir absolute path of the folder to watch
 * @param since when the copy was read for this server, in milliseconds since 1970
 * @param read reads all collections again
 * @param failed is given what `read` throws
 */
export const followCopy = (
  server: ViteDevServer,
  contentDir: string,
  since: number,
  read: () => Promise<void>,
  failed: (error: unknown) => void,
): void => {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const refresh = async (): Promise<void> => {
    await read();
    for (const { moduleGraph, hot } of Object.values(server.environments)) {
      moduleGraph.invalidateAll();
      hot.send({ type: 'full-reload', path: '*' });
    }
  };
  const changed = (file: string): void => {
    if (!file.startsWith(contentDir + sep)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(refresh).catch(failed);
    }, burst);
  };
  server.watcher.add(contentDir);
  for (const event of ['add', 'change', 'unlink']) server.watcher.on(event, changed);
  // The watcher tells nothing of what was saved while it was still listing the folder.
  for (const wait of looks) {
    setTimeout(() => {
      if (isNewer(contentDir, since)) changed(contentDir + sep);
    }, wait).unref();
  }
};
