import sharp, { type FitEnum, type Sharp } from 'sharp';
import type { Rule } from '../schemas/values.ts';
import { cropSize } from './crop-size.ts';
import { type Negative, openNegative } from './negative.ts';
import { openPicture } from './open-picture.ts';

/** The largest width, in pixels, that any page shows a picture at. */
export const largestWidth = 1280;

/**
 * How much effort goes into an AVIF of this width. The wider a print, the more of the time it takes, and the fewer bytes
 * effort saves of it; and of the smallest, a page shows many.
 */
const effortFor = (width: number): number => (width > 1000 ? 0 : width > 400 ? 1 : 2);

/** How pictures are encoded: options for `sharp`. `node tests/bench/quality.ts` compares them. */
const encoding = {
  jpeg: { mozjpeg: true },
  webp: { effort: 4 },
  /** Crops for search engines, which no reader waits for. */
  crop: { effort: 2 },
  lossless: { lossless: true, effort: 2 },
};

/** How a picture is wanted: size in pixels, crop and format, as Astro's pages ask for it. */
export interface Wanted {
  width?: number | undefined;
  height?: number | undefined;
  format?: string | undefined;
  quality?: string | number | undefined;
  fit?: string | undefined;
  position?: string | undefined;
  background?: string | undefined;
}

const qualities: Record<string, number> = { low: 25, mid: 50, high: 80, max: 100 };

const qualityOf = ({ quality }: Wanted): { quality?: number } => {
  const number = quality === undefined ? NaN : (qualities[quality] ?? Number(quality));
  return Number.isInteger(number) && number >= 1 && number <= 100 ? { quality: number } : {};
};

/** What Astro calls a way to fit a picture into a size, in sharp's words. Without one, the whole picture is shown. */
const fits: Record<string, keyof FitEnum> = {
  fill: 'fill',
  contain: 'inside',
  'scale-down': 'inside',
  inside: 'inside',
  none: 'outside',
  outside: 'outside',
};

const encoded = (print: Sharp, width: number, wanted: Wanted, drawing: boolean): Sharp => {
  const quality = qualityOf(wanted);
  switch (wanted.format) {
    case 'avif':
      return print.avif({ effort: effortFor(width), ...quality });
    case 'jpg':
    case 'jpeg':
      return print.jpeg({ ...encoding.jpeg, ...quality });
    case 'png':
      return print.png({ compressionLevel: 9, palette: drawing, effort: 7 });
    default:
      if (drawing) return print.webp(encoding.lossless);
      return print.webp({
        ...(wanted.position === 'attention' ? encoding.crop : encoding.webp),
        ...quality,
      });
  }
};

/** How large a picture is printed, if one side is left out or both are: in proportion, and never enlarged. */
const sizeOf = (
  { width, height }: Wanted,
  whole: { width: number; height: number },
): { width: number; height: number } => {
  const scale = Math.min(1, (width ?? Infinity) / whole.width, (height ?? Infinity) / whole.height);
  return {
    width: Math.max(1, Math.round(width ?? whole.width * scale)),
    height: Math.max(1, Math.round(height ?? whole.height * scale)),
  };
};

/**
 * Prints a picture: upright, in sRGB with 8 bits a channel, as a still, and without anything that its file has beside it
 * (Exif, GPS, XMP, IPTC, thumbnails, colour profiles). It is never enlarged.
 * @param picture its file, or a negative of it that suffices for the print
 * @param wanted anything but AVIF, JPEG and PNG is printed as WebP
 * @param drawing whether the picture is a flat drawing, which loses nothing as WebP
 * @param xmp what is written into it; left out, nothing is
 * @throws when it cannot be decoded or encoded
 */
export const printPicture = async (
  picture: Uint8Array | Negative,
  wanted: Wanted,
  { drawing, xmp }: { drawing: boolean; xmp?: string | undefined },
): Promise<Buffer> => {
  const isFile = picture instanceof Uint8Array;
  const whole = isFile ? (await sharp(picture).metadata()).autoOrient : picture.whole;
  const print = isFile ? openPicture(picture, 'error') : openNegative(picture);
  const { width, height, fit, position, background } = wanted;
  const isCrop = width && height && fit === 'cover';
  const size = isCrop ? cropSize(whole, { width, height }) : sizeOf(wanted, whole);
  const how = { fit: fits[fit ?? 'fill'] ?? 'fill', withoutEnlargement: true };
  print.resize({ ...size, ...(isCrop ? { fit, position } : how) });
  if (background) print.flatten({ background });
  if (xmp !== undefined) print.withXmp(xmp);
  return encoded(print.toColourspace('srgb'), size.width, wanted, drawing).toBuffer();
};

/** Says so if an error of sharp's comes from too little memory. */
export const tooLittleMemory = (message: string): Rule | undefined =>
  /out of memory|cannot allocate|unable to allocate|bad_alloc|insufficient memory/i.test(message)
    ? {
        expected: 'enough memory to decode it',
        fix: 'Give the build more memory, or scale the picture down: 2,400 pixels on the long side are plenty.',
      }
    : undefined;
