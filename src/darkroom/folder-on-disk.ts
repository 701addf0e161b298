import { readdirSync } from 'node:fs';
import { fileFault } from '../copy/paper-file.ts';
import type { PaperFolder } from './find-picture.ts';

/**
 * The paper's folder on this disk. Each folder is listed once, so that it is for one reading of the copy.
 * @param within the folders that links may lead to
 */
export const folderOnDisk = (within: readonly string[]): PaperFolder => {
  const listings = new Map<string, readonly string[]>();
  return {
    namesIn: (folder) => {
      const known = listings.get(folder);
      if (known) return known;
      let names: string[] = [];
      try {
        names = readdirSync(folder);
      } catch {
        // A folder that may be entered but not listed, or none at all: its files are looked up by name.
      }
      listings.set(folder, names);
      return names;
    },
    faultOf: (file) => fileFault(file, within),
  };
};
