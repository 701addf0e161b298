import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assetsFolder, originalOf } from '../astro/printed-files.ts';

/** A file's name without its extension. */
const stemOf = (file: string): string => file.slice(0, file.lastIndexOf('.'));

/**
 * Removes originals from an edition if its pages show only smaller pictures made from them. Astro does this itself,
 * except for pictures on pages that it did not print.
 * @param next the folder of new files
 * @param shown the files that the pages of the edition show
 */
export const dropOriginals = (next: string, shown: ReadonlySet<string>): void => {
  const place = join(next, assetsFolder);
  if (!existsSync(place)) return;
  const originals = new Set([...shown].map(originalOf));
  for (const name of readdirSync(place)) {
    const file = `${assetsFolder}/${name}`;
    if (!shown.has(file) && originals.has(stemOf(file))) rmSync(join(place, name));
  }
};
