import { existsSync, readdirSync } from 'node:fs';
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

/** The folders that a file or folder is in, the innermost first, each with a slash at its end. */
export function* foldersAround(path: string): Generator<string> {
  const last = isFolder(path) ? path.length - 1 : path.length;
  for (let end = path.lastIndexOf('/', last - 1); end > 0; end = path.lastIndexOf('/', end - 1)) {
    yield path.slice(0, end + 1);
  }
}

/** What does not belong in a folder, which need not exist: files, and folders in which no file does. */
export const strangersIn = (folder: string, belongs: (file: string) => boolean): Contents => {
  if (!existsSync(folder)) return [];
  const filled = new Set<string>();
  const contents = contentsOf(folder);
  for (const file of filesAmong(contents).filter(belongs)) {
    for (const around of foldersAround(file)) {
      if (filled.has(around)) break;
      filled.add(around);
    }
  }
  return contents.filter((path) => !(isFolder(path) ? filled.has(path) : belongs(path)));
};

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
