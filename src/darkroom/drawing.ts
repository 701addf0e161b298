import type { Printable } from './kinds.ts';
import { openPicture } from './open-picture.ts';
import { largestWidth, printPicture } from './print.ts';

/** A picture with more colours is no flat drawing. */
const maxColours = 64;

/** The side, in pixels, of the grid in which colours are counted. */
const grid = 256;

const isFlat = async (bytes: Buffer): Promise<boolean> => {
  const { data, info } = await openPicture(bytes, 'error')
    .resize(grid, grid, { fit: 'fill', kernel: 'nearest' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colours = new Set<string>();
  for (let at = 0; at < data.length; at += info.channels) {
    colours.add(data.toString('latin1', at, at + info.channels));
    if (colours.size > maxColours) return false;
  }
  return true;
};

/**
 * Whether a picture is a flat drawing, such as a chart or a sign, that takes fewer bytes as lossless WebP and PNG than as
 * AVIF and JPEG. Drawings in a few colours are printed both ways to find out, which takes a moment; others never win.
 */
export const drawingPays = async (
  bytes: Buffer,
  kind: Printable,
  { width, height }: { width: number; height: number },
): Promise<boolean> => {
  // What was a JPEG or an AVIF once has lost its flat areas.
  if (kind === 'jpeg' || kind === 'avif' || !(await isFlat(bytes))) return false;
  const printedWidth = Math.min(width, largestWidth);
  const size = {
    width: printedWidth,
    height: Math.max(1, Math.round((printedWidth / width) * height)),
  };
  const bytesAs = async (format: string, drawing: boolean): Promise<number> =>
    (await printPicture(bytes, { ...size, format, background: '#ffffff' }, { drawing })).length;
  return (
    (await bytesAs('webp', true)) <= (await bytesAs('avif', false)) &&
    (await bytesAs('png', true)) <= (await bytesAs('jpeg', false))
  );
};
