import type { ImageMetadata } from 'astro';

/**
 * A copy of a picture's metadata: Astro takes a reading of the original for a use of it, and would publish the original
 * file beside the printed ones.
 */
const copyOf = (image: ImageMetadata): ImageMetadata =>
  (image as ImageMetadata & { clone?: ImageMetadata }).clone ?? image;

/** A picture's size in pixels. */
export const sizeOf = (image: ImageMetadata): { width: number; height: number } => copyOf(image);

/** The name of a picture's file, which changes with its content. */
export const nameOf = (image: ImageMetadata): string => copyOf(image).src;
