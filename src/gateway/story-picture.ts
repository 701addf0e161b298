import type { ImageMetadata } from 'astro';
import { sizeOf } from './picture-size.ts';
import { printPicture } from './print-picture.ts';

/** Where a story's picture stands: at the head of its page, as the front page's lead, or in a teaser. */
export type PicturePlace = 'story' | 'lead' | 'teaser';

/** The widths that a place is printed in, in pixels, and how wide it is shown. */
const places: Record<PicturePlace, { widths: number[]; sizes: string }> = {
  story: { widths: [480, 800, 1280], sizes: '(min-width: 62.5rem) 53rem, 100vw' },
  lead: { widths: [480, 800, 1280], sizes: '(min-width: 62.5rem) 47rem, 100vw' },
  teaser: { widths: [320, 640], sizes: '(min-width: 36rem) 20rem, 7rem' },
};

/** A picture in JPEG, for browsers without AVIF and for machines; its transparent parts are white. */
export interface PlainPicture {
  /** With the base path. */
  src: string;
  width: number;
  height: number;
}

/** Prints a picture in JPEG, as wide as the widest of a place, or as itself where that is less. */
export const plainPicture = async (
  src: ImageMetadata,
  place: PicturePlace,
): Promise<PlainPicture> => {
  const width = Math.min(sizeOf(src).width, ...places[place].widths.slice(-1));
  const { src: printed, attributes } = await printPicture(src, {
    width,
    format: 'jpeg',
    background: '#ffffff',
  });
  return { src: printed, width, height: Number(attributes['height']) };
};

/** A picture as a page shows it: AVIF in the widths of its place, and JPEG. */
export const storyPicture = async (src: ImageMetadata, place: PicturePlace) => {
  const { widths, sizes } = places[place];
  const { width } = sizeOf(src);
  // Two formats in all, and one width of the second: every address weighs on the page.
  const printed = [...new Set(widths.map((wanted) => Math.min(wanted, width)))];
  const [widest] = printed.slice(-1);
  const { srcSet } = await printPicture(src, { width: widest, widths: printed, format: 'avif' });
  return { plain: await plainPicture(src, place), srcset: srcSet.attribute, sizes };
};
