import { maxPixels } from '../copy/pictures.ts';

/** How pictures are encoded: options for `sharp`. */
export const pictureSettings = {
  limitInputPixels: maxPixels,
  avif: { effort: 2 },
  jpeg: { mozjpeg: true },
};
