import sharp, { type Metadata } from 'sharp';
import { drawingPays } from './drawing.ts';
import { pixelsOf } from './draw-svg.ts';
import { type ContentFault, damaged, kindOf } from './kinds.ts';
import { maxPixels, sizeFault } from './limits.ts';
import { framesOfPng } from './frames.ts';
import { tooLittleMemory } from './print.ts';
import { type PictureTexts, pictureTexts } from './texts/picture-texts.ts';

/** The longest side of a picture as it is printed, in pixels: WebP has no more than 16,383. */
const longestSide = 16_000;

/** What is known about a picture by its content alone. */
export interface Facts {
  /** Its size as it is printed at most: upright, in pixels. */
  width: number;
  height: number;
  /** How many frames it has; only the first is printed. */
  frames: number;
  /** True for a flat drawing, which is smaller without loss than with it. */
  drawing: boolean;
  /** What its file says of it; left out if that is nothing. */
  texts?: PictureTexts | undefined;
}

const limited = (width: number, height: number): { width: number; height: number } => {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
};

/** Decodes every pixel, without keeping them: the extract of the whole keeps JPEGs from being decoded at a smaller size. */
const decode = (
  bytes: Buffer,
  { width, height }: Metadata,
  failOn: 'warning' | 'error',
): Promise<Buffer> =>
  sharp(bytes, { failOn, limitInputPixels: maxPixels })
    .extract({ left: 0, top: 0, width, height })
    .resize(32, 32, { fit: 'fill' })
    .raw()
    .toBuffer();

/** What an error says about this machine rather than about the picture. */
const memoryFault = (error: unknown): ContentFault | undefined => {
  const found = tooLittleMemory((error as Error).message);
  return found && { what: 'which could not be decoded', ...found, passing: true };
};

const decodeFault = async (
  bytes: Buffer,
  metadata: Metadata,
): Promise<ContentFault | undefined> => {
  try {
    // Only warnings tell of damage in the middle of a JPEG.
    await decode(bytes, metadata, 'warning');
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    const noMemory = memoryFault(error);
    if (noMemory) return noMemory;
    // Some cameras pad their files between two marks.
    if (!/extraneous bytes/.test(message)) return damaged;
  }
  return decode(bytes, metadata, 'error').then(
    () => undefined,
    () => damaged,
  );
};

const metadataOf = (bytes: Buffer): Promise<Metadata | undefined> =>
  sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);

/**
 * Finds out everything about a picture that decides whether and how it is printed. It is decoded whole, so that no
 * picture passes the check and then fails to print; but its size is read first, so that nobody can fill the memory.
 */
export const examine = async (original: Buffer): Promise<Facts | ContentFault> => {
  const bytes = await pixelsOf(original);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const kind = kindOf(bytes);
  if (kind === 'svg') return damaged;
  if (typeof kind === 'object') return kind;
  const metadata = await metadataOf(bytes);
  if (!metadata || metadata.width === 0 || metadata.height === 0) return damaged;
  const fault = sizeFault(metadata) ?? (await decodeFault(bytes, metadata));
  if (fault) return fault;
  const size = limited(metadata.autoOrient.width, metadata.autoOrient.height);
  const texts = pictureTexts(original);
  try {
    return {
      ...size,
      frames: kind === 'png' ? framesOfPng(bytes) : kind === 'avif' ? 1 : (metadata.pages ?? 1),
      drawing: await drawingPays(bytes, kind, size),
      ...(Object.keys(texts).length > 0 && { texts }),
    };
  } catch (error) {
    return memoryFault(error) ?? damaged;
  }
};
