import { readFile, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { maxPixels } from '../../darkroom/limits.ts';

/** A picture as the paper takes it. */
export interface Picture {
  bytes: Uint8Array;
  /** The ending of its file, by what is in it. */
  ending: 'jpg' | 'png' | 'webp' | 'avif';
  /** What was changed, for the report. */
  changed?: string | undefined;
}

/** The largest file that is read, in bytes. */
const largest = 200 * 1024 * 1024;

/** More pixels than any camera makes: unpacking them would take all memory. */
const mostPixels = 400_000_000;

const kept: Record<string, Picture['ending']> = { jpeg: 'jpg', png: 'png', webp: 'webp' };

/** Width at which drawings without pixels are drawn. */
const drawnWidth = 1600;

/** Half of the limit on both sides together, so that the paper's own limit is kept with certainty. */
const fitting = (width: number, height: number): number => {
  const scale = Math.sqrt(maxPixels / (width * height)) * 0.98;
  return Math.max(1, Math.floor(width * scale));
};

/**
 * Reads a picture and makes it one that the paper takes: JPEG, PNG, WebP and AVIF stay as they are, drawings (SVG) and
 * other formats are converted, too large ones made smaller. What it is depends on its content, not on its name.
 * @returns what is wrong with it if it cannot be used
 */
export const readPicture = async (file: string): Promise<Picture | string> => {
  const { size } = await stat(file);
  if (size === 0) return 'an empty file';
  if (size > largest) return 'a file of more than 200 MB';
  const bytes = await readFile(file);
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!metadata) return 'not a picture';
  const { format, width, height, pages = 1, compression } = metadata;
  if (width * height > mostPixels && format !== 'svg') {
    return `${String(width)} × ${String(height)} pixels`;
  }
  try {
    if (format === 'svg') {
      const drawn = sharp(bytes, {
        density: Math.min(600, (72 * drawnWidth) / Math.max(width, 1)),
      });
      const png = await drawn
        .resize({ width: drawnWidth, withoutEnlargement: true })
        .png()
        .toBuffer();
      return { bytes: png, ending: 'png', changed: 'a drawing (SVG) became a PNG' };
    }
    if (format === 'heif' && compression === 'av1' && width * height <= maxPixels) {
      await sharp(bytes).stats();
      return { bytes, ending: 'avif' };
    }
    const ending = kept[format];
    const isTooLarge = width * height > maxPixels;
    if (ending !== undefined && pages === 1 && !isTooLarge) {
      // Decoded once: a file that breaks off would stop the paper's build.
      await sharp(bytes, { failOn: 'error' }).resize(8).raw().toBuffer();
      return { bytes, ending };
    }
    const still = sharp(bytes, { limitInputPixels: false, pages: 1, failOn: 'error' }).autoOrient();
    if (isTooLarge) still.resize({ width: fitting(width, height) });
    const changed = isTooLarge
      ? `${String(width)} × ${String(height)} pixels were made smaller`
      : pages > 1
        ? 'only the first frame of an animation'
        : `${format} became ${metadata.hasAlpha || format === 'gif' ? 'a PNG' : 'a JPEG'}`;
    return metadata.hasAlpha || format === 'gif' || format === 'png'
      ? { bytes: await still.png().toBuffer(), ending: 'png', changed }
      : { bytes: await still.jpeg({ quality: 90 }).toBuffer(), ending: 'jpg', changed };
  } catch {
    return `a damaged picture (${format})`;
  }
};
