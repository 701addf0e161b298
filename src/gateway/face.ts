import { cropSize } from '../darkroom/crop-size.ts';
import { edition, publication } from './edition.ts';
import { sizeOf } from './picture-size.ts';
import { printPicture } from './print-picture.ts';

/** An author's face, or what stands for it. */
export interface Face {
  name: string;
  /** A small square crop of their picture, with the base path. */
  src?: string;
  /** Their initials, for a person without a picture; a newsroom has none. */
  initials?: string;
}

/** In pixels: twice as large as it is shown, for sharp screens. */
const side = 144;

/** The first letters of the first and the last name, with their accents. */
const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => /^\p{L}\p{M}*/u.exec(word)?.[0] ?? [])
    .filter((_, n, all) => n === 0 || n === all.length - 1)
    .join('')
    .toLocaleUpperCase(publication.language);

/** The face of an author in the opinion band. */
export const faceOf = async (id: string): Promise<Face> => {
  const { name, type, picture } = edition.author(id);
  if (picture) {
    const size = cropSize(sizeOf(picture.src), { width: side, height: side });
    const { src } = await printPicture(picture.src, { ...size, fit: 'cover', format: 'webp' });
    return { name, src };
  }
  return type === 'person' ? { name, initials: initialsOf(name) } : { name };
};
