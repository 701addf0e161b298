import { letters, numberAt } from '../bytes.ts';
import { kindOf } from '../kinds.ts';

/** What a picture's file carries beside its pixels, as far as it tells whose picture it is. */
export interface Blocks {
  xmp?: Uint8Array;
  /** IPTC-IIM. */
  iptc?: Uint8Array;
  /** A TIFF. */
  exif?: Uint8Array;
  /** Whether there is a C2PA manifest, which proves where the picture is from as long as nobody changes the file. */
  sealed?: true;
}

type Find = (bytes: Uint8Array) => Blocks;

/** Nobody has so many words to say of a picture, in bytes. */
const most = 1_000_000;

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  letters(bytes, 0, start.length) === start;

/** What follows the name of a block, if that is its name. */
const after = (name: string, bytes: Uint8Array): Uint8Array | undefined =>
  startsWith(bytes, name) ? bytes.subarray(name.length, name.length + most) : undefined;

const shortAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Photoshop's image resources, of which one is IPTC-IIM. */
const iptcIn = (resources: Uint8Array): Uint8Array | undefined => {
  for (let at = 0; at + 12 <= resources.length && letters(resources, at, at + 4) === '8BIM';) {
    const name = 1 + (resources[at + 6] ?? 0);
    const start = at + 6 + name + (name % 2) + 4;
    if (start > resources.length) return undefined;
    const size = numberAt(resources, start - 4);
    if (shortAt(resources, at + 4) === 0x0404) return resources.subarray(start, start + size);
    at = start + size + (size % 2);
  }
  return undefined;
};

/** A box of JUMBF (ISO 19566-5) that is called “c2pa”, as JPEGs carry it. */
const isManifest = (segment: Uint8Array): boolean =>
  startsWith(segment, 'JP') &&
  letters(segment, 12, 16) === 'jumb' &&
  letters(segment, 16, 128).includes('c2pa');

const inJpeg: Find = (bytes) => {
  const found: Blocks = {};
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const mark = bytes[at + 1];
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    if (mark === 0xd9 || mark === 0xda) break;
    const size = Math.max(2, shortAt(bytes, at + 2));
    const segment = bytes.subarray(at + 4, at + 2 + size);
    at += 2 + size;
    if (mark === 0xe1) {
      found.xmp ??= after('http://ns.adobe.com/xap/1.0/\0', segment);
      found.exif ??= after('Exif\0\0', segment);
    } else if (mark === 0xed) {
      const resources = after('Photoshop 3.0\0', segment);
      found.iptc ??= resources && iptcIn(resources);
    } else if (mark === 0xeb && isManifest(segment)) found.sealed = true;
  }
  return found;
};

/** The XMP of a PNG's text: behind its name are two flags, a language and the name in that language. */
const inText = (data: Uint8Array): Uint8Array | undefined => {
  const rest = after('XML:com.adobe.xmp\0', data);
  if (rest?.[0] !== 0) return undefined;
  const text = rest.indexOf(0, rest.indexOf(0, 2) + 1);
  return text < 0 ? undefined : rest.subarray(text + 1);
};

const inPng: Find = (bytes) => {
  const found: Blocks = {};
  for (let at = 8; at + 12 <= bytes.length;) {
    const size = numberAt(bytes, at);
    const data = bytes.subarray(at + 8, at + 8 + size);
    const name = letters(bytes, at + 4, at + 8);
    if (name === 'iTXt') found.xmp ??= inText(data);
    if (name === 'eXIf') found.exif ??= data;
    if (name === 'caBX') found.sealed = true;
    at += size + 12;
  }
  return found;
};

const inWebp: Find = (bytes) => {
  const found: Blocks = {};
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    const data = bytes.subarray(at + 8, at + 8 + Math.min(size, most));
    const name = letters(bytes, at, at + 4);
    if (name === 'XMP ') found.xmp ??= data;
    if (name === 'EXIF') found.exif ??= after('Exif\0\0', data) ?? data;
    if (name === 'C2PA') found.sealed = true;
    at += 8 + size + (size % 2);
  }
  return found;
};

/** The bytes from a mark to another, wherever they are: XMP may be found this way (XMP specification, part 3). */
const scanned: Find = (bytes) => {
  const text = new TextDecoder('latin1').decode(bytes);
  const start = text.indexOf('<x:xmpmeta');
  const end = text.indexOf('</x:xmpmeta>', start);
  const exif = text.search(/Exif\0\0(?:II\*\0|MM\0\*)/);
  return {
    ...(start >= 0 && end > start && { xmp: bytes.subarray(start, Math.min(end, start + most)) }),
    ...(exif >= 0 && { exif: bytes.subarray(exif + 6, exif + 6 + most) }),
  };
};

const manifestBox = '\xd8\xfe\xc3\xd6\x1b\x0e\x48\x3c\x92\x97\x58\x28\x87\x7e\xc4\x81';

/** AVIF: boxes (ISO/IEC 14496-12). A manifest has pictures of its own, which say nothing of this one. */
const inAvif: Find = (bytes) => {
  const found: Blocks = {};
  for (let at = 0; at + 8 <= bytes.length;) {
    const short = numberAt(bytes, at);
    const long = short === 1 && at + 16 <= bytes.length;
    const size = long ? numberAt(bytes, at + 8) * 2 ** 32 + numberAt(bytes, at + 12) : short;
    const end = size < 8 ? bytes.length : at + size;
    if (letters(bytes, at + 4, at + 8) !== 'uuid') {
      const { xmp, exif } = scanned(bytes.subarray(at, end));
      found.xmp ??= xmp;
      found.exif ??= exif;
    } else if (letters(bytes, at + 8, at + 24) === manifestBox) found.sealed = true;
    at = end;
  }
  return found;
};

const inGif: Find = (bytes) => {
  const isSealed = new TextDecoder('latin1').decode(bytes).includes('\x21\xff\x0bC2PA_GIF');
  return { ...scanned(bytes), ...(isSealed && { sealed: true }) };
};

const finders = { jpeg: inJpeg, png: inPng, webp: inWebp, avif: inAvif, gif: inGif };

/** Finds what tells of a picture in its file; nothing in a file that is no picture in pixels. */
export const blocksIn: Find = (bytes) => {
  const kind = kindOf(bytes);
  return typeof kind === 'object' || kind === 'svg' ? {} : finders[kind](bytes);
};
