import { basename, dirname } from 'node:path';
import type { ServedFile } from '../../check/address-mistakes.ts';
import { isLeftover } from '../../copy/leftovers.ts';
import { storyFilesName } from '../../copy/story-files.ts';
import type { PaperFolder } from '../../darkroom/find-picture.ts';
import { absolute } from './place.ts';

/** The files of a paper by their paths alone, as a check asks for them. */
export interface FilesAround extends PaperFolder {
  exists: (file: string) => boolean;
  served: ServedFile[];
  /** Whether a file may be served at a path on the site: whoever listed the paper's files may have left some out. */
  mayServe: (path: string) => boolean;
}

const isServed = (path: string): boolean =>
  !path.split('/').some((name) => isLeftover(name, false));

/**
 * What is around the texts of a paper.
 * @param paths of all files, from the paper's folder
 * @param content the content folder, with a slash at its end
 */
export const filesAround = (paths: readonly string[], content: string): FilesAround => {
  const folders = new Map<string, string[]>();
  const files = new Set(paths.map(absolute));
  for (const file of files) {
    const names = folders.get(dirname(file)) ?? [];
    if (names.length === 0) folders.set(dirname(file), names);
    names.push(basename(file));
  }
  const below = (folder: string, site: string): ServedFile[] =>
    paths
      .filter((path) => path.startsWith(folder) && isServed(path))
      .map((path) => ({ path: site + path.slice(folder.length).normalize('NFC'), shown: path }))
      .sort((one, other) => (one.path < other.path ? -1 : 1));
  const own = below('public/', '');
  const ofStories = below(`${content}${storyFilesName}/`, `${storyFilesName}/`);
  return {
    exists: (file) => files.has(file),
    namesIn: (folder) => folders.get(folder) ?? [],
    faultOf: (file) =>
      files.has(file) ? undefined : { kind: 'missing', found: 'nothing', fix: 'Add the file.' },
    served: [...own, ...ofStories],
    mayServe: (path) =>
      /\.\w+$/.test(path.replace(/[?#].*$/, '')) &&
      (path.startsWith(`/${storyFilesName}/`) ? ofStories : own).length === 0,
  };
};
