import sharp from 'sharp';
import { maxPixels } from '../copy/pictures.ts';
import { type Card, cardSize } from './card.ts';
import type { Colours } from './colours.ts';
import { type Box, layOut, type Shape, shapeFor } from './layouts.ts';

/** The most that a card may weigh, in bytes. */
export const maxBytes = 150 * 1024;

const channels = 3;

/** A copy of the picture's pixels, as it is meant to be seen, on the panel's colour where it is transparent. */
const fill = async (
  picture: string,
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

/** Lays opaque pixels on the card's own. */
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

const shapeOf = async (picture: string | undefined): Promise<Shape> => {
  if (picture === undefined) return 'plain';
  const { autoOrient } = await sharp(picture, { limitInputPixels: maxPixels }).metadata();
  return shapeFor(autoOrient);
};

/**
 * Draws a card. No font, no setting and no clock of the machine has a part in it.
 * @returns a JPEG of at most {@link maxBytes} bytes
 */
export const drawCard = async (card: Card, colours: Colours): Promise<Buffer> => {
  const { picture, pieces } = await layOut(card, colours, await shapeOf(card.picture));
  const pixels = Buffer.alloc(cardSize.width * cardSize.height * channels);
  if (picture && card.picture !== undefined) {
    const style = { crop: picture.crop, background: colours.panel };
    paste(pixels, await fill(card.picture, picture, style), picture);
  }
  for (const { svg, ...box } of pieces)
    paste(pixels, await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer(), box);
  const whole = sharp(pixels, { raw: { ...cardSize, channels } });
  for (let quality = 80; ; quality -= 19) {
    // Codes of its own would make a card a tenth smaller, and a fifth dearer to print.
    const jpeg = await whole.clone().jpeg({ quality, optimiseCoding: false }).toBuffer();
    // Even a picture of nothing but noise is small enough at the last.
    if (jpeg.length <= maxBytes || quality === 4) return jpeg;
  }
};
