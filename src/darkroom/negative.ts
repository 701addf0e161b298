import sharp, { type Raw, type Sharp } from 'sharp';
import { maxPixels } from './limits.ts';
import { openPicture } from './open-picture.ts';

/** A size in pixels. */
interface Size {
  width: number;
  height: number;
}

/**
 * A picture that was decoded once, so that all its sizes and crops are printed without decoding it again: upright, in
 * sRGB with 8 bits a channel, and no larger than pages of the engine's own need it.
 */
export interface Negative {
  pixels: Buffer;
  raw: Raw;
  /** The size of the whole picture, upright. */
  whole: Size;
}

/** The smallest size that every print of the engine's own can be made from: its widest picture, and its highest crop. */
const least: Size = { width: 1280, height: 1200 };

/**
 * Decodes a picture. A JPEG that is much larger than any print is decoded at a fraction of its size, which is faster.
 * @throws when it cannot be decoded
 */
export const develop = async (bytes: Uint8Array): Promise<Negative> => {
  const { autoOrient: whole } = await sharp(bytes).metadata();
  const scale = Math.min(1, Math.max(least.width / whole.width, least.height / whole.height));
  const size = {
    width: Math.round(whole.width * scale),
    height: Math.round(whole.height * scale),
  };
  const { data, info } = await openPicture(bytes, 'error')
    .resize({ ...size, fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { pixels: data, raw: { width, height, channels }, whole };
};

/** Whether a print of this size loses nothing if it is made from a negative: themes may ask for larger ones. */
export const suffices = (
  { raw, whole }: Negative,
  { width, height }: { width?: number | undefined; height?: number | undefined },
): boolean => {
  if (raw.width === whole.width && raw.height === whole.height) return true;
  if (width === undefined && height === undefined) return false;
  return (width ?? 0) <= raw.width && (height ?? 0) <= raw.height;
};

/** Opens a negative, to print from it. */
export const openNegative = ({ pixels, raw }: Negative): Sharp =>
  sharp(pixels, { raw, limitInputPixels: maxPixels });
