import { existsSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { seededRandom } from './corpus.ts';
import { work } from './packages.ts';

/** The file name of a picture, by its number. */
export const pictureName = (number: number): string => `${String(number).padStart(4, '0')}.jpg`;

const [width, height] = [1600, 900];

/** Soft patches of colour, on a grid of columns and rows. */
const patches = async (columns: number, rows: number, seed: number): Promise<OverlayOptions> => {
  const random = seededRandom(seed);
  const raw = Buffer.from(
    Array.from({ length: columns * rows * 3 }, () => Math.floor(random() * 256)),
  );
  const input = await sharp(raw, { raw: { width: columns, height: rows, channels: 3 } })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .raw()
    .toBuffer();
  return { input, raw: { width, height, channels: 3 } };
};

/**
 * Draws pictures of 1600 × 900 pixels that are as large, and as slow to encode, as photographs: broad patches with
 * grain.
 */
export const drawPictures = async (folder: string, count: number): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (let n = 0; n < count; n += 1) {
    const broad = await patches(16, 9, 2 * n);
    await sharp(broad.input as Buffer, { raw: { width, height, channels: 3 } })
      .composite([{ ...(await patches(320, 180, 2 * n + 1)), blend: 'soft-light' }])
      .jpeg({ quality: 82 })
      .toFile(path.join(folder, pictureName(n)));
  }
};

/** Copies the first pictures to a folder; they are drawn once for all benchmarks. */
export const copyPictures = async (folder: string, count: number): Promise<void> => {
  const drawn = path.join(work, 'pictures');
  if (!existsSync(path.join(drawn, pictureName(count - 1)))) await drawPictures(drawn, count);
  await mkdir(folder, { recursive: true });
  for (let n = 0; n < count; n += 1) {
    await cp(path.join(drawn, pictureName(n)), path.join(folder, pictureName(n)));
  }
};

/**
 * The files of pictures to measure with.
 * @param photos a folder of photographs; if left out, pictures are drawn
 * @param count how many are drawn
 */
export const pictureFiles = async (
  photos: string | undefined,
  count: number,
): Promise<string[]> => {
  const folder = photos ?? path.join(work, 'formats');
  if (photos === undefined) await copyPictures(folder, count);
  const names = (await readdir(folder)).filter((name) => /\.(?:jpe?g|png|webp)$/i.test(name));
  return names
    .sort()
    .slice(0, photos === undefined ? count : undefined)
    .map((name) => path.join(folder, name));
};

/** Draws a plain square as the publisher's logo. */
export const drawLogo = async (file: string): Promise<void> => {
  const square = { width: 512, height: 512, channels: 3 as const, background: '#113355' };
  await sharp({ create: square }).png().toFile(file);
};
