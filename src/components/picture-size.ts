import type { ImageMetadata } from 'astro';

/**
 * A picture's size in pixels, read from a copy of its metadata: Astro takes a reading of the original for a use of it,
 * and would publish the original file beside the printed ones.
 */
export const sizeOf = (image: ImageMetadata): { width: number; height: number } =>
  (image as ImageMetadata & { clone?: ImageMetadata }).clone ?? image;
