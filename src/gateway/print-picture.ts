import type { GetImageResult, ImageMetadata, ImageTransform } from 'astro';
import { getImage } from 'astro:assets';
import { nameOf } from './picture-size.ts';

const requested = new Map<string, Promise<GetImageResult>>();

/**
 * Has Astro render a picture (`getImage`). Most pictures are on many pages, so each variant is requested only once.
 * @param src the original
 * @param how the size and format
 */
export const printPicture = (
  src: ImageMetadata,
  how: Omit<ImageTransform, 'src'>,
): Promise<GetImageResult> => {
  const key = `${nameOf(src)} ${JSON.stringify(how)}`;
  const known = requested.get(key) ?? getImage({ src, ...how });
  requested.set(key, known);
  return known;
};
