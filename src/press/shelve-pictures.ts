import { join } from 'node:path';
import type { Checked } from '../check/check-paper.ts';
import { namerOf } from '../check/publication-mistakes.ts';
import type { PrintablePicture } from '../copy/printable-picture.ts';
import { darkroomCode } from '../darkroom/code.ts';
import { clearShelf, shelfMark, shelve } from '../darkroom/shelf.ts';
import { writeWhole } from '../write-whole.ts';

/** The pictures of a paper, once Astro can have them. */
export interface ShelvedPictures {
  /** Absolute path of the list that the loader reads. */
  list: string;
  /** The stand-ins of the pictures that the publication file names, absolute, by their paths in it. */
  ofPublication: ReadonlyMap<string, string>;
  /** The absolute path of the logo, from its path in the publication file. */
  logo: (src: string) => string;
}

/**
 * Puts the pictures that a check has found on the shelf for Astro, and lists them for the loader.
 * @param root absolute path of Astro's root
 * @param isPart whether others are on the shelf besides, which stay
 */
export const shelvePictures = (
  pictures: Checked['pictures'],
  root: string,
  contentDir: string,
  isPart = false,
): ShelvedPictures => {
  const code = darkroomCode();
  const marks = new Set<string>();
  const listed: Record<string, Record<string, PrintablePicture>> = {};
  const namer = namerOf(contentDir);
  for (const [from, named] of pictures) {
    const entry: Record<string, PrintablePicture> = {};
    for (const [src, found] of [...named].sort(([a], [b]) => (a < b ? -1 : 1))) {
      // What is in advertisements, and the logo, says nothing of itself.
      const picture = from === namer ? { ...found, copy: undefined } : found;
      marks.add(shelfMark(picture));
      entry[src] = shelve(root, picture, code);
    }
    listed[from] = entry;
  }
  if (!isPart) clearShelf(root, marks);
  const list = join(root, 'pictures.json');
  writeWhole(list, JSON.stringify(listed));
  return {
    list,
    ofPublication: new Map(
      Object.entries(listed[namer] ?? {}).map(([src, { path }]) => [src, join(root, path)]),
    ),
    logo: (src) => pictures.get(namer)?.get(src)?.file ?? join(contentDir, src),
  };
};
