import sharp, { type Sharp } from 'sharp';
import { maxPixels } from './limits.ts';

/** Opens a picture's first frame, upright. */
export const openPicture = (bytes: Uint8Array, failOn: 'warning' | 'error'): Sharp =>
  sharp(bytes, { failOn, limitInputPixels: maxPixels }).autoOrient();
