import { accessSync, constants, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { liesIn } from '../copy/lies-in.ts';
import { faultOf, type FileFault, fileFault } from '../copy/paper-file.ts';
import { createPlaces, type Places } from '../copy/places.ts';
import type { PaperFolder } from './find-picture.ts';

/**
 * The paper's folder on this disk. Each folder is listed and each file looked at once, so that it is for one reading of
 * the copy.
 * @param within the folders that links may lead to
 */
export const folderOnDisk = (
  within: readonly string[],
  places: Places = createPlaces(),
): PaperFolder => {
  const listings = new Map<string, readonly string[]>();
  const allowed = new Map<string, boolean>();
  const faults = new Map<string, FileFault | undefined>();

  /** Whether what is in a folder, and is no link, is in one of those that links may lead to. */
  const isAllowed = (folder: string): boolean => {
    const known = allowed.get(folder);
    if (known !== undefined) return known;
    const real = places.realPath(folder);
    const found = within.some((outer) => liesIn(real, places.realPath(outer)));
    allowed.set(folder, found);
    return found;
  };

  const faultIn = (file: string): FileFault | undefined => {
    if (!places.statsOf(file)?.isFile() || !isAllowed(dirname(file)))
      return fileFault(file, within);
    try {
      accessSync(file, constants.R_OK);
      return undefined;
    } catch (error) {
      return faultOf(error, file);
    }
  };

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
    faultOf: (file) => {
      const known = faults.get(file);
      if (known || faults.has(file)) return known;
      const found = faultIn(file);
      faults.set(file, found);
      return found;
    },
  };
};
