import type { ImageMetadata } from 'astro';

/**
 * A copy of a picture's metadata. Astro takes a reading of the original for a use of it, and would publish the original
 * file beside the printed ones; its private `clone` reads without being counted.
 */
export const readUncounted = (image: ImageMetadata): ImageMetadata =>
  (image as ImageMetadata & { clone?: ImageMetadata }).clone ?? image;
