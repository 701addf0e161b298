import type { ImageMetadata } from 'astro';
import { isDrawing, sizeOf } from './picture-size.ts';
import { printPicture } from './print-picture.ts';

/**
 * Where a story's picture is shown: at the top of its page, as the front page's lead, in a teaser, or in one on the page
 * of another story.
 */
export type PicturePlace = 'story' | 'lead' | 'teaser' | 'thumb';

/** The widths that pictures are rendered at for each place, in pixels, and the `sizes` attribute. */
const places: Record<PicturePlace, { widths: number[]; sizes: string }> = {
  story: { widths: [480, 800, 1280], sizes: '(min-width: 62.5rem) 53rem, 100vw' },
  lead: { widths: [480, 800, 1280], sizes: '(min-width: 62.5rem) 40rem, 100vw' },
  teaser: { widths: [320, 640], sizes: '(min-width: 37.5rem) 20rem, 6rem' },
  thumb: { widths: [480], sizes: '' },
};

/**
 * A picture for browsers without AVIF and for machines: a JPEG, in which transparent parts become white, or a PNG if it
 * is a flat drawing.
 */
export interface PlainPicture {
  /** With the base path. */
  src: string;
  /** Its media type. */
  type: string;
  width: number;
  height: number;
}

/** Renders a picture for everybody: at the largest width of its place, but never enlarged. */
export const plainPicture = async (
  src: ImageMetadata,
  place: PicturePlace,
): Promise<PlainPicture> => {
  const width = Math.min(sizeOf(src).width, ...places[place].widths.slice(-1));
  const format = isDrawing(src) ? { format: 'png' } : { format: 'jpeg', background: '#ffffff' };
  const { src: plain, attributes } = await printPicture(src, { width, ...format });
  const type = `image/${format.format}`;
  return { src: plain, type, width, height: Number(attributes['height']) };
};

/**
 * A picture as a page shows it: at all widths of its place as AVIF, or as WebP without loss if it is a flat drawing,
 * and once more for all other browsers. A thumb is one WebP, which they read as well: every address adds bytes to a
 * story's page.
 */
export const storyPicture = async (src: ImageMetadata, place: PicturePlace) => {
  const { widths, sizes } = places[place];
  const { width } = sizeOf(src);
  // Only one width of the second format: every address adds bytes to the page.
  const available = [...new Set(widths.map((wanted) => Math.min(wanted, width)))];
  const [widest] = available.slice(-1);
  const format = isDrawing(src) || place === 'thumb' ? 'webp' : 'avif';
  const printed = await printPicture(src, { width: widest, widths: available, format });
  const { srcSet, attributes } = printed;
  const type = `image/${format}`;
  const plain =
    place === 'thumb'
      ? {
          src: printed.src,
          width: Number(attributes['width']),
          height: Number(attributes['height']),
        }
      : await plainPicture(src, place);
  return { plain, type, srcset: srcSet.attribute, sizes };
};
