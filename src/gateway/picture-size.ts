import type { ImageMetadata } from 'astro';
import { readUncounted } from '../astro/picture-metadata.ts';

/** A picture's size in pixels. */
export const sizeOf = (image: ImageMetadata): { width: number; height: number } =>
  readUncounted(image);

/** The name of a picture's file, which changes with its content. */
export const nameOf = (image: ImageMetadata): string => readUncounted(image).src;
