import type { ImageMetadata } from 'astro';

/**
 * A copy of a picture's metadata. If code reads the original, Astro assumes that a page shows it and publishes the
 * original file too. Reading its private `clone` does not count.
 */
export const readUncounted = (image: ImageMetadata): ImageMetadata =>
  (image as ImageMetadata & { clone?: ImageMetadata }).clone ?? image;
