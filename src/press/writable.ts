import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes sure that a file or folder may be written or, where there is none, that it may be made.
 * @throws what the file system reports of it, or of the folder that it would be in
 */
export const requireWritable = (path: string): void => {
  try {
    accessSync(path, constants.W_OK);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!isMissing || dirname(path) === path) throw error;
    requireWritable(dirname(path));
  }
};

/** Whether that is so. */
export const mayWrite = (path: string): boolean => {
  try {
    requireWritable(path);
    return true;
  } catch {
    return false;
  }
};
