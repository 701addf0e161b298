import { type FSWatcher, watch } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { ListedFile } from './paper-shelf.ts';

/** A file that changed on disk; without a sha, it is gone. */
export interface ChangedFile {
  path: string;
  sha: string | null;
}

/** How long saves are collected, in milliseconds. */
const burst = 150;

/** How often to look without being told: network drives tell nothing. It also shows that the connection stands. */
const look = 15_000;

const differences = (
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): ChangedFile[] => [
  ...[...now]
    .filter(([path, sha]) => before.get(path) !== sha)
    .map(([path, sha]) => ({ path, sha })),
  ...[...before.keys()].filter((path) => !now.has(path)).map((path) => ({ path, sha: null })),
];

/** Undefined where the system cannot watch, or watches too much already: then there are only the looks. */
const watched = (contentDir: string, changed: () => void): FSWatcher | undefined => {
  try {
    return watch(contentDir, { recursive: true }, changed).on('error', () => undefined);
  } catch {
    return undefined;
  }
};

/**
 * Tells a page of each change on disk, as server-sent events (HTML Living Standard, 9.2): `changes`, with a list of
 * {@link ChangedFile}.
 * @param contentDir the folder to watch
 * @param list what is in it
 */
export const tellChanges = (
  response: ServerResponse,
  contentDir: string,
  list: () => readonly Pick<ListedFile, 'path' | 'sha'>[],
): void => {
  const shas = (): ReadonlyMap<string, string> =>
    new Map(list().map(({ path, sha }) => [path, sha]));
  let before = shas();
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    try {
      const now = shas();
      const changed = differences(before, now);
      before = now;
      const event = changed.length > 0 ? `event: changes\ndata: ${JSON.stringify(changed)}` : ':';
      response.write(`${event}\n\n`);
    } catch {
      // A folder that cannot be read now may be readable at the next look.
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, burst);
  };
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.write(': watching\n\n');
  const watcher = watched(contentDir, soon);
  const looking = setInterval(tell, look);
  response.once('close', () => {
    clearTimeout(timer);
    clearInterval(looking);
    watcher?.close();
  });
};
