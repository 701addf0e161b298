import type { ImageMetadata } from 'astro';
import { readUncounted } from '../astro/picture-metadata.ts';

/** A picture's size in pixels. */
export const sizeOf = (image: ImageMetadata): { width: number; height: number } =>
  readUncounted(image);

/** Whether a picture is a flat drawing: its stand-in is a PNG then (`src/darkroom/stand-in.ts`). */
export const isDrawing = (image: ImageMetadata): boolean => readUncounted(image).format === 'png';

/** The name of a picture's file, which changes with its content. */
export const nameOf = (image: ImageMetadata): string => readUncounted(image).src;
