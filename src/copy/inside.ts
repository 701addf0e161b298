import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { liesIn } from './lies-in.ts';

export { liesIn } from './lies-in.ts';

/** A path with every link on it followed, as far as it exists. */
export const realPath = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
};

/** Whether a file or folder is another, or lies in it, wherever links lead. */
export const isInside = (path: string, outer: string): boolean =>
  liesIn(realPath(path), realPath(outer));
