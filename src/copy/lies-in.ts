import { isAbsolute, relative, sep } from 'node:path';

/** Whether one of two real paths is the other, or lies in it. */
export const liesIn = (path: string, outer: string): boolean => {
  const way = relative(outer, path);
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
};
