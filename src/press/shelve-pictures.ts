import { join } from 'node:path';
import type { Checked } from '../check/check-paper.ts';
import { namerOf } from '../check/publication-mistakes.ts';
import { darkroomCode } from '../darkroom/code.ts';
import { shelve } from '../darkroom/shelf.ts';

/** The pictures that a publication file names, once Astro can have them. */
export interface ShelvedPictures {
  /** Their stand-ins, absolute, by their paths in that file. */
  ofPublication: ReadonlyMap<string, string>;
  /** The absolute path of the logo, from its path there. */
  logo: (src: string) => string;
}

/**
 * Puts the pictures that a publication file names on the shelf, for code to import.
 * @param root absolute path of Astro's root
 */
export const shelvePictures = (
  pictures: Checked['pictures'],
  root: string,
  contentDir: string,
): ShelvedPictures => {
  const code = darkroomCode();
  const named = pictures.get(namerOf(contentDir)) ?? new Map<string, never>();
  const ofPublication = new Map<string, string>();
  for (const [src, found] of named) {
    // What is in advertisements, and the logo, says nothing of itself.
    const { path } = shelve(root, { ...found, copy: undefined }, code);
    ofPublication.set(src, join(root, path));
  }
  return { ofPublication, logo: (src) => named.get(src)?.file ?? join(contentDir, src) };
};
