import type { GetImageResult, ImageMetadata, ImageTransform } from 'astro';
import { getImage } from 'astro:assets';
import { nameOf } from './picture-size.ts';

const printed = new Map<string, Promise<GetImageResult>>();

/**
 * Prints a picture, as Astro's `getImage` does. Most pictures are on many pages: of each print Astro is told once.
 * @param src the original
 * @param how its size and format
 */
export const printPicture = (
  src: ImageMetadata,
  how: Omit<ImageTransform, 'src'>,
): Promise<GetImageResult> => {
  const key = `${nameOf(src)} ${JSON.stringify(how)}`;
  const known = printed.get(key) ?? getImage({ src, ...how });
  printed.set(key, known);
  return known;
};
