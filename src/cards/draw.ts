import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { pixelsOf } from '../darkroom/draw-svg.ts';
import { maxPixels } from '../darkroom/limits.ts';
import { type Card, cardSize } from './card.ts';
import type { Colours } from './colours.ts';
import { type Box, layOut, type Shape, shapeFor } from './layouts.ts';

/** The maximum size of a card's file, in bytes. */
export const maxBytes = 150 * 1024;

const channels = 3;

/** A picture's file; of a drawing in SVG, what it looks like. */
const pixelsIn = async (file: string): Promise<Buffer> => {
  const pixels = await pixelsOf(await readFile(file));
  if (Buffer.isBuffer(pixels)) return pixels;
  throw new Error(`${file}, ${pixels.what}. ${pixels.fix}`);
};

/** The picture's pixels: turned upright, cropped to fill the box, and opaque. */
const fill = async (
  picture: Buffer,
  { width, height }: Box,
  { crop, background }: { crop: 'centre' | 'attention'; background: string },
): Promise<Buffer> =>
  sharp(picture, { limitInputPixels: maxPixels })
    .autoOrient()
    .resize(width, height, { fit: 'cover', position: crop, kernel: 'cubic' })
    .flatten({ background })
    .toColourspace('srgb')
    .raw()
    .toBuffer();

/** Copies opaque pixels onto the card. */
const paste = (card: Buffer, pixels: Buffer, { left, top, width, height }: Box): void => {
  for (let row = 0; row < height; row += 1) {
    const from = row * width * channels;
    pixels.copy(
      card,
      ((top + row) * cardSize.width + left) * channels,
      from,
      from + width * channels,
    );
  }
};

const shapeOf = async (picture: Buffer | undefined): Promise<Shape> => {
  if (picture === undefined) return 'plain';
  const { autoOrient } = await sharp(picture, { limitInputPixels: maxPixels }).metadata();
  return shapeFor(autoOrient);
};

/**
 * Draws a card. The result does not depend on the machine's fonts, settings or clock.
 * @returns a JPEG of at most {@link maxBytes} bytes
 */
export const drawCard = async (card: Card, colours: Colours): Promise<Buffer> => {
  const shown = card.picture === undefined ? undefined : await pixelsIn(card.picture);
  const { picture, pieces } = await layOut(card, colours, await shapeOf(shown));
  const pixels = Buffer.alloc(cardSize.width * cardSize.height * channels);
  if (picture && shown) {
    const style = { crop: picture.crop, background: colours.panel };
    paste(pixels, await fill(shown, picture, style), picture);
  }
  for (const { svg, ...box } of pieces)
    paste(pixels, await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer(), box);
  const whole = sharp(pixels, { raw: { ...cardSize, channels } });
  for (let quality = 80; ; quality -= 19) {
    // Optimised Huffman tables would make a card a tenth smaller, but a fifth slower to encode.
    const jpeg = await whole.clone().jpeg({ quality, optimiseCoding: false }).toBuffer();
    // At the lowest quality, even pure noise is small enough.
    if (jpeg.length <= maxBytes || quality === 4) return jpeg;
  }
};
