import { sep } from 'node:path';
import type { ViteDevServer } from 'vite';

/** How long saves are collected before copy is read again, in milliseconds. */
const burst = 50;

/**
 * Makes a development server follow the copy: reads it again after each burst of saves, and shows it. Astro's own way
 * goes by the watcher of the server that it started first, and sees nothing once a new setting has restarted it.
 * @param contentDir absolute path of the folder to watch
 * @param read reads all collections again
 * @param failed is given what `read` throws
 */
export const followCopy = (
  server: ViteDevServer,
  contentDir: string,
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
};
