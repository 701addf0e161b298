import { type FSWatcher, statSync, watch } from 'node:fs';
import { join, sep } from 'node:path';
import { walk } from '../copy/walk.ts';

/** A folder that is watched, with everything in it. */
export interface WatchedFolder {
  /** Whether the system told of every change so far: it may watch only so many folders. */
  isWhole: () => boolean;
  close: () => void;
}

/** Linux watches single folders. Node would watch each file as well, and an archive has more than it may. */
const watchesTrees = process.platform !== 'linux';

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Watches a folder.
 * @param within the folders that links in it may lead to
 * @param changed is given the path of what was saved, added or removed: a file, or a folder with all that is in it
 */
export const watchFolder = (
  folder: string,
  within: readonly string[],
  changed: (path: string) => void,
): WatchedFolder => {
  const watchers = new Map<string, FSWatcher>();
  let isWhole = true;

  const drop = (gone: string): void => {
    for (const [path, watcher] of watchers) {
      if (path !== gone && !path.startsWith(gone + sep)) continue;
      watcher.close();
      watchers.delete(path);
    }
  };

  const watchOne = (path: string): void => {
    if (watchers.has(path)) return;
    try {
      const watcher = watch(path, { recursive: watchesTrees }, (_, name) => {
        tell(name === null ? path : join(path, name));
      });
      watcher.on('error', () => {
        drop(path);
      });
      watchers.set(path, watcher);
    } catch {
      isWhole = false;
    }
  };

  /** Watches a folder and those in it; what is in a new one was saved before it was watched. */
  const watchAll = (path: string, isNew: boolean): void => {
    watchOne(path);
    if (watchesTrees) return;
    const { folders, files } = walk(path, { within });
    for (const each of folders) watchOne(join(path, each));
    if (isNew) for (const file of files) changed(join(path, file.path));
  };

  const tell = (path: string): void => {
    changed(path);
    if (watchesTrees) return;
    if (isFolder(path)) watchAll(path, true);
    else drop(path);
  };

  watchAll(folder, false);
  return {
    isWhole: () => isWhole,
    close: () => {
      drop(folder);
    },
  };
};
