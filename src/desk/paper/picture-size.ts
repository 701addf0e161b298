import { letters, numberAt } from '../../darkroom/bytes.ts';
import type { Printable } from '../../darkroom/kinds.ts';

/** A picture's size in pixels, as its file says, before it is turned upright. */
export interface PixelSize {
  width: number;
  height: number;
}

const two = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
/** The same with the lowest byte first. */
const twoBack = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

/** The frame header of a JPEG (ITU-T T.81, B.2.2); C4, C8 and CC are other segments. */
const jpegSize = (bytes: Uint8Array): PixelSize | undefined => {
  for (let at = 2; at + 9 < bytes.length;) {
    const mark = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (mark === 0xff) at += 1;
    else if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark))
      return { height: two(bytes, at + 5), width: two(bytes, at + 7) };
    else at += 2 + two(bytes, at + 2);
  }
  return undefined;
};

/** The first chunk of a WebP (RFC 9649): with features, without loss, or with. */
const webpSize = (bytes: Uint8Array): PixelSize => {
  const three = (at: number): number => twoBack(bytes, at) | ((bytes[at + 2] ?? 0) << 16);
  switch (letters(bytes, 12, 16)) {
    case 'VP8X':
      return { width: three(24) + 1, height: three(27) + 1 };
    case 'VP8L': {
      const bits = twoBack(bytes, 21) | (twoBack(bytes, 23) << 16);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return { width: twoBack(bytes, 26) & 0x3fff, height: twoBack(bytes, 28) & 0x3fff };
  }
};

/** The largest of the sizes in an AVIF (`ispe`, ISO/IEC 23008-12): the others are of its parts. */
const avifSize = (bytes: Uint8Array): PixelSize | undefined => {
  const head = letters(bytes, 0, Math.min(bytes.length, 16_384));
  const sizes = [...head.matchAll(/ispe/g)]
    .filter(({ index }) => index + 16 <= bytes.length)
    .map(({ index }) => ({
      width: numberAt(bytes, index + 8),
      height: numberAt(bytes, index + 12),
    }));
  return sizes.sort((one, other) => other.width * other.height - one.width * one.height)[0];
};

/**
 * Reads a picture's size without decoding it, so that nobody fills the memory.
 * @returns undefined if its file does not say
 */
export const pictureSize = (bytes: Uint8Array, kind: Printable): PixelSize | undefined => {
  if (bytes.length < 30) return undefined;
  switch (kind) {
    case 'jpeg':
      return jpegSize(bytes);
    case 'png':
      return { width: numberAt(bytes, 16), height: numberAt(bytes, 20) };
    case 'gif':
      return { width: twoBack(bytes, 6), height: twoBack(bytes, 8) };
    case 'webp':
      return webpSize(bytes);
    case 'avif':
      return avifSize(bytes);
  }
};
