import { letters, numberAt } from '../../darkroom/bytes.ts';
import { framesOfPng } from '../../darkroom/frames.ts';
import type { Printable } from '../../darkroom/kinds.ts';

/** The images of a GIF (GIF89a), behind its colours; each is a run of blocks that ends with an empty one. */
const framesOfGif = (bytes: Uint8Array): number => {
  const byte = (at: number): number => bytes[at] ?? 0;
  const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const afterBlocks = (start: number): number => {
    let at = start;
    while (byte(at) !== 0) at += byte(at) + 1;
    return at + 1;
  };
  let frames = 0;
  for (let at = 13 + colours(byte(10)); at < bytes.length;) {
    if (byte(at) === 0x21) at = afterBlocks(at + 2);
    else if (byte(at) === 0x2c) {
      frames += 1;
      at = afterBlocks(at + 11 + colours(byte(at + 9)));
    } else break;
  }
  return Math.max(frames, 1);
};

/** The chunks of a WebP (RFC 9649). */
const framesOfWebp = (bytes: Uint8Array): number => {
  let frames = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    if (letters(bytes, at, at + 4) === 'ANMF') frames += 1;
    const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at + 4, true);
    at += 8 + size + (size % 2);
  }
  return Math.max(frames, 1);
};

/** How many frames a picture has; only the first is printed. */
export const pictureFrames = (bytes: Uint8Array, kind: Printable): number => {
  switch (kind) {
    case 'png':
      return framesOfPng(bytes);
    case 'gif':
      return framesOfGif(bytes);
    case 'webp':
      return framesOfWebp(bytes);
    default:
      return 1;
  }
};

/** Whether the end of a file is missing: browsers show what is there, and say nothing. */
export const isCut = (bytes: Uint8Array, kind: Printable): boolean => {
  switch (kind) {
    case 'jpeg': {
      // Some cameras pad their files behind the last mark.
      for (let at = bytes.length - 2; at > 1; at -= 1) {
        if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return false;
      }
      return true;
    }
    case 'png':
      for (let at = 8; at + 12 <= bytes.length; at += numberAt(bytes, at) + 12) {
        if (letters(bytes, at + 4, at + 8) === 'IEND') return false;
      }
      return true;
    case 'webp':
      return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 > bytes.length;
    default:
      return false;
  }
};
