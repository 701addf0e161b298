import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** A path with every link on it followed, as far as it exists. */
export const realPath = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
};

/** Whether one of two real paths is the other, or lies in it. */
export const liesIn = (path: string, outer: string): boolean => {
  const way = relative(outer, path);
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
};

/** Whether a file or folder is another, or lies in it, wherever links lead. */
export const isInside = (path: string, outer: string): boolean =>
  liesIn(realPath(path), realPath(outer));
