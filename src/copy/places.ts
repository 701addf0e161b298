import { lstatSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { realPath } from './inside.ts';

/** Where paths lead, each looked at once: for one reading of a paper. */
export interface Places {
  /** What the disk says of something itself, which may be a link; undefined if it says nothing. */
  statsOf: (path: string) => Stats | undefined;
  /** A path with every link on it followed, as far as it exists. */
  realPath: (path: string) => string;
}

/** Begins to look at paths. */
export const createPlaces = (): Places => {
  const stats = new Map<string, Stats | undefined>();
  const folders = new Map<string, string>();
  const statsOf = (path: string): Stats | undefined => {
    const known = stats.get(path);
    if (known || stats.has(path)) return known;
    let found: Stats | undefined;
    try {
      found = lstatSync(path, { throwIfNoEntry: false });
    } catch {
      // A folder on the way may not be entered, or is none.
    }
    stats.set(path, found);
    return found;
  };
  return {
    statsOf,
    realPath: (path) => {
      if (!statsOf(path)?.isFile()) return realPath(path);
      const folder = dirname(path);
      const real = folders.get(folder) ?? realPath(folder);
      folders.set(folder, real);
      return real === folder ? path : join(real, basename(path));
    },
  };
};
