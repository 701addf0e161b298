import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files and folders in a folder, by their paths from it, with `/` on every system and at the end of those of folders. */
export type Contents = readonly string[];

/** Whether an entry of contents is a folder. */
export const isFolder = (path: string): boolean => path.endsWith('/');

/** Lists the contents of a folder. */
export const contentsOf = (folder: string, path = ''): Contents =>
  readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const place = path + entry.name;
    return entry.isDirectory() ? [`${place}/`, ...contentsOf(folder, `${place}/`)] : [place];
  });

/** The files among contents. */
export const filesAmong = (contents: Contents): string[] =>
  contents.filter((path) => !isFolder(path));

/** Whether a folder is there, with nothing in it. */
export const holdsNothing = (folder: string): boolean => {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
};
