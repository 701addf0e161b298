import { maxPixels } from '../copy/pictures.ts';

/** How pictures are printed, as `sharp` takes it. */
export const pictureSettings = {
  limitInputPixels: maxPixels,
  avif: { effort: 2 },
  jpeg: { mozjpeg: true },
};
