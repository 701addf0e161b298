import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assetsFolder, originalOf } from '../astro/printed-files.ts';
import type { PrintedPage } from './last-edition.ts';

/** A file's name before its ending. */
const stemOf = (file: string): string => file.slice(0, file.lastIndexOf('.'));

/**
 * Takes original pictures out of an edition that none of its pages shows, because all of them show smaller ones that were
 * made of it. Astro does so itself, but for pictures of pages that it did not print.
 * @param next the folder of all that is new
 * @param pages all of the edition
 */
export const dropOriginals = (next: string, pages: Iterable<PrintedPage>): void => {
  const place = join(next, assetsFolder);
  if (!existsSync(place)) return;
  const shown = new Set([...pages].flatMap(({ shows }) => shows));
  const originals = new Set([...shown].map(originalOf));
  for (const name of readdirSync(place)) {
    const file = `${assetsFolder}/${name}`;
    if (!shown.has(file) && originals.has(stemOf(file))) rmSync(join(place, name));
  }
};
