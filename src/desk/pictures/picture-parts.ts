/** What a file of a picture holds, besides the picture. */
export interface PictureParts {
  /** It has its end: nothing of it was lost on the way. */
  isWhole: boolean;
  isAnimated: boolean;
  /** It holds nothing but a picture in the colours that every screen knows: no place, no thumbnail, no profile. */
  isBare: boolean;
}

const text = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Reads the segments of a JPEG (ITU-T T.81, B.1.1.4). */
const partsOfJpeg = (bytes: Uint8Array): PictureParts => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let isBare = true;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    const isPlainJfif = marker === 0xe0 && length === 16 && text(bytes, at + 4, 5) === 'JFIF\0';
    if (isExtra(marker) || (marker === 0xe0 && !isPlainJfif)) isBare = false;
    // 8 bits, and grey or three colours: others are CMYK.
    if (isFrame && (bytes[at + 4] !== 8 || ![1, 3].includes(bytes[at + 9] ?? 0))) isBare = false;
    if (marker === 0xda) break;
    at += 2 + length;
  }
  let end = bytes.length - 2;
  while (end > at && !(bytes[end] === 0xff && bytes[end + 1] === 0xd9)) end -= 1;
  const isWhole = end > at;
  return { isWhole, isAnimated: false, isBare: isBare && end === bytes.length - 2 };
};

/** Whether a JPEG's segment says nothing of the picture itself: what programs add (APP1 to APP15), and comments. */
const isExtra = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe;

/** A JPEG without what programs have added to it, such as a profile of the colours that it has anyway. */
export const bareJpeg = (bytes: Uint8Array<ArrayBuffer>): BlobPart[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: BlobPart[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at + 1] !== 0xda) {
    const end = at + 2 + view.getUint16(at + 2);
    if (!isExtra(bytes[at + 1] ?? 0)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return [...parts, bytes.subarray(at)];
};

const plainChunks = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|sRGB|pHYs|bKGD|sBIT)$/;

/** Reads the chunks of a PNG (third edition, 5.3). */
const partsOfPng = (bytes: Uint8Array): PictureParts => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts = { isWhole: false, isAnimated: false, isBare: bytes[24] !== 16 };
  for (let at = 8; at + 12 <= bytes.length; at += view.getUint32(at) + 12) {
    const name = text(bytes, at + 4, 4);
    if (name === 'acTL') parts.isAnimated = true;
    if (!plainChunks.test(name)) parts.isBare = false;
    if (name === 'IEND') {
      parts.isWhole = true;
      if (at + 12 < bytes.length) parts.isBare = false;
      break;
    }
  }
  return parts;
};

/** Reads the chunks of a WebP (RFC 9649). */
const partsOfWebp = (bytes: Uint8Array): PictureParts => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = view.getUint32(4, true) + 8;
  const names: string[] = [];
  for (let at = 12; at + 8 <= Math.min(end, bytes.length);) {
    names.push(text(bytes, at, 4));
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return {
    isWhole: bytes.length >= end,
    isAnimated: names.includes('ANIM'),
    isBare: bytes.length === end && names.every((name) => /^(?:VP8[ LX]|ALPH)$/.test(name)),
  };
};

/** Whether a GIF has more than one picture: each may follow a control block (GIF89a, 23). */
const partsOfGif = (bytes: Uint8Array): PictureParts => {
  const color = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + color(bytes[10] ?? 0);
  let pictures = 0;
  const skipBlocks = (): void => {
    while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1;
    at += 1;
  };
  while (at < bytes.length && bytes[at] !== 0x3b) {
    if (bytes[at] === 0x2c) {
      pictures += 1;
      at += 10 + color(bytes[at + 9] ?? 0) + 1;
    } else if (bytes[at] === 0x21) at += 2;
    else break;
    skipBlocks();
  }
  return { isWhole: bytes[at] === 0x3b, isAnimated: pictures > 1, isBare: false };
};

const readers = {
  jpeg: partsOfJpeg,
  png: partsOfPng,
  webp: partsOfWebp,
  gif: partsOfGif,
  avif: (): PictureParts => ({ isWhole: true, isAnimated: false, isBare: false }),
};

/** The formats that can be taken in. */
export type Readable = keyof typeof readers;

export const isReadable = (kind: string): kind is Readable => Object.hasOwn(readers, kind);

/** Finds out what a picture's file holds. A file that is not as its format says is not whole. */
export const pictureParts = (kind: Readable, bytes: Uint8Array): PictureParts => {
  try {
    return readers[kind](bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { isWhole: false, isAnimated: false, isBare: false };
  }
};
