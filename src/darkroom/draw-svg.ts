import sharp from 'sharp';
import { type ContentFault, damaged, kindOf } from './kinds.ts';
import { maxPixels, sizeFault } from './limits.ts';
import { largestWidth } from './print.ts';
import { readSvg, type Svg } from './svg.ts';

/** How many times its natural size a drawing is drawn at, for screens with two pixels in one. */
const scale = 2;

/** How long drawing may take, in seconds. */
const patience = 30;

/** The size in pixels at which a drawing is drawn: twice its own, but no larger than any page shows it. */
const drawnSize = ({ width, height }: Svg): { width: number; height: number } => {
  const times = Math.min(scale, largestWidth / width);
  return {
    width: Math.max(1, Math.round(width * times)),
    height: Math.max(1, Math.round(height * times)),
  };
};

/** A picture within a drawing is decoded while it is drawn, whatever its size. */
const embeddedFault = async (embedded: Svg['embedded']): Promise<ContentFault | undefined> => {
  let pixels = 0;
  for (const picture of embedded) {
    const kind = kindOf(picture);
    if (kind !== 'png' && kind !== 'jpeg') return damaged;
    const { width, height } = await sharp(picture, { limitInputPixels: false }).metadata();
    pixels += width * height;
    if (pixels > maxPixels) return sizeFault({ width: pixels, height: 1 });
  }
  return undefined;
};

/**
 * Draws a picture in SVG in pixels, as a PNG. Any other picture is returned as it is.
 * @returns or what is wrong with it
 */
export const pixelsOf = async (bytes: Buffer): Promise<Buffer | ContentFault> => {
  if (kindOf(bytes) !== 'svg') return bytes;
  const svg = readSvg(bytes);
  if ('what' in svg) return svg;
  const size = drawnSize(svg);
  try {
    const fault = sizeFault(size) ?? (await embeddedFault(svg.embedded));
    if (fault) return fault;
    // Its own size is not limited here: it is drawn at the size that is asked for.
    return await sharp(bytes, { limitInputPixels: false })
      .timeout({ seconds: patience })
      .resize({ ...size, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .png({ compressionLevel: 1 })
      .toBuffer();
  } catch (error) {
    if (!/timeout/i.test((error as Error).message)) return damaged;
    return {
      what: 'which is an SVG file that takes too long to draw',
      expected: `a drawing that is drawn within ${String(patience)} seconds`,
      fix: 'Simplify it: leave out filters and shadows, or export it as PNG.',
    };
  }
};
