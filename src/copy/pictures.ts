import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import sharp from 'sharp';
import type { Rule } from '../schemas/values.ts';
import { pictureFile } from './picture-file.ts';

/** The most pixels that a picture may have: 50 megapixels. */
export const maxPixels = 50_000_000;

const extensions = /\.(?:jpe?g|png|webp|avif)$/i;
const formats = ['jpeg', 'png', 'webp', 'avif', 'heif'];

/** Whether a picture's file is complete: an interrupted upload lacks the end that its format requires. */
const isWhole = (file: string, format: string): boolean => {
  const opened = openSync(file, 'r');
  try {
    const { size } = fstatSync(opened);
    const bytesAt = (length: number, position: number): Buffer => {
      const bytes = Buffer.alloc(Math.min(length, size));
      return bytes.subarray(0, readSync(opened, bytes, 0, bytes.length, Math.max(0, position)));
    };
    const end = (length: number): Buffer => bytesAt(length, size - length);
    if (format === 'jpeg') return end(65_536).includes(Buffer.from([0xff, 0xd9]));
    if (format === 'png') return end(4_096).includes('IEND');
    if (format === 'webp') return size >= bytesAt(8, 0).readUInt32LE(4) + 8;
    return true;
  } finally {
    closeSync(opened);
  }
};

/** The size of a usable picture in pixels, or what is wrong with it. */
export type Inspected = { width: number; height: number } | (Rule & { found: string });

/**
 * Inspects a picture without decoding it.
 * @param src its path as written in the copy
 * @param from the absolute path of the file that names it
 */
export const inspectPicture = async (src: string, from: string): Promise<Inspected> => {
  const file = pictureFile(src, from);
  if (/^(?:[a-z]+:)?\/\//i.test(src) || src.startsWith('/')) {
    return {
      found: src,
      expected: 'a picture in the article’s folder, such as ./lead.jpg',
      fix: 'Save the picture in the article’s folder and put ./ before its name.',
    };
  }
  if (!existsSync(file)) {
    return {
      found: `${src}, which does not exist`,
      expected: 'the path of a picture, relative to this file',
      fix: 'Add the picture, or correct the path (upper and lower case matter).',
    };
  }
  const { width, height, format } = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ width: 0, height: 0, format: 'unknown' }));
  if (!formats.includes(format) || !extensions.test(file) || width === 0 || height === 0) {
    return {
      found: `${src}, which is not a usable picture`,
      expected: 'a JPEG, PNG, WebP or AVIF file',
      fix: 'Export it again in one of these formats.',
    };
  }
  if (!isWhole(file, format)) {
    return {
      found: `${src}, which is incomplete`,
      expected: 'a complete file',
      fix: 'Copy or upload it again.',
    };
  }
  if (width * height > maxPixels) {
    return {
      found: `${src}, ${String(width)} × ${String(height)} pixels`,
      expected: `at most ${String(maxPixels / 1_000_000)} megapixels`,
      fix: 'Scale it down: 2,400 pixels on the long side are plenty.',
    };
  }
  return { width, height };
};

/** Makes an inspector that inspects each picture once, however many articles show it. */
export const createInspector = (): typeof inspectPicture => {
  const known = new Map<string, Promise<Inspected>>();
  return (src, from) => {
    // The path as written is part of the key, because mistakes quote it.
    const key = `${resolve(dirname(from), src)}\n${src}`;
    const inspected = known.get(key) ?? inspectPicture(src, from);
    known.set(key, inspected);
    return inspected;
  };
};
