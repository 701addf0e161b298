import { dirname, resolve } from 'node:path';

/** Paths may be percent-encoded; a lone % is part of the name. */
const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** The absolute path of a picture, from its path in the copy and the absolute path of the file that names it. */
export const pictureFile = (src: string, from: string): string =>
  resolve(dirname(from), decoded(src));
