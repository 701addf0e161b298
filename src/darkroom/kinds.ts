import type { Rule } from '../schemas/values.ts';
import { letters, numberAt } from './bytes.ts';

/** What is wrong with a picture's content: `what` completes “./lead.jpg, …”. */
export type ContentFault = Rule & {
  what: string;
  /** True if it says more about this machine than about the picture. */
  passing?: true;
};

/** The formats of pixels that can be printed, as sharp names them. A drawing in SVG becomes a PNG first. */
export const printable = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const;
export type Printable = (typeof printable)[number];

const expected = 'a JPEG, PNG, WebP, AVIF, GIF or SVG file';

const exportIt = 'Export it again in one of these formats.';

/** What people save under a picture's name, and what to do about it. */
const refused = {
  empty: ['which is empty', 'Copy or upload it again.'],
  heic: [
    'which is in Apple’s format HEIC',
    'Export it as JPEG. iPhones take JPEG with Settings, Camera, Formats, Most Compatible.',
  ],
  jxl: ['which is in JPEG XL', exportIt],
  jp2: ['which is in JPEG 2000', exportIt],
  tiff: ['which is a TIFF file or a camera’s raw file', exportIt],
  bmp: ['which is a bitmap (BMP)', exportIt],
  pdf: ['which is a PDF file', exportIt],
  photoshop: ['which is a Photoshop file', exportIt],
  video: ['which is a video', 'Save a still of it as JPEG, or link to the video.'],
  html: ['which is a web page', 'Save the picture itself: the download gave a page instead.'],
  pointer: [
    'which is only a pointer of Git LFS',
    'Fetch the file with `git lfs pull`; in a workflow, check out with `lfs: true`.',
  ],
  unknown: ['which is not a usable picture', exportIt],
} as const;
type Refused = keyof typeof refused;

/** The brands of ISO media files (ISO/IEC 14496-12), the first of which is the main one. */
const brandsOf = (bytes: Uint8Array): string[] => {
  const end = Math.min(numberAt(bytes, 0), bytes.length, 256);
  const brands = [letters(bytes, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(letters(bytes, at, at + 4));
  return brands;
};

const mediaKind = (bytes: Uint8Array): Printable | Refused => {
  const brands = brandsOf(bytes);
  if (brands.some((brand) => /^avi[fs]$/.test(brand))) return 'avif';
  return brands.some((brand) => /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand))
    ? 'heic'
    : 'video';
};

/** Marks at the start of a file: its bytes in hexadecimal. */
const marks: [RegExp, Printable | Refused][] = [
  [/^ffd8ff/, 'jpeg'],
  [/^89504e470d0a1a0a/, 'png'],
  [/^52494646.{8}57454250/, 'webp'],
  [/^474946383[79]61/, 'gif'],
  [/^(?:ff0a|0000000c4a584c20)/, 'jxl'],
  [/^(?:ff4fff51|0000000c6a502020)/, 'jp2'],
  // The last two are cameras’ own: Olympus, Panasonic.
  [/^(?:4949(?:2[ab]00|524f|5500)|4d4d002[ab])/, 'tiff'],
  [/^424d/, 'bmp'],
  [/^25504446/, 'pdf'],
  [/^38425053/, 'photoshop'],
  [/^(?:1a45dfa3|52494646.{8}41564920)/, 'video'],
];

/** The same for files of text. */
const texts: [RegExp, Refused | 'svg'][] = [
  [/^version https:\/\/git-lfs/, 'pointer'],
  [/^\uFEFF?\s*<(?:!doctype html|html|head|body)\b/i, 'html'],
  [/^\uFEFF?\s*(?=<)[^]*?<svg[\s>]/i, 'svg'],
];

const kindNameOf = (bytes: Uint8Array): Printable | Refused | 'svg' => {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > 16 && letters(bytes, 4, 8) === 'ftyp') return mediaKind(bytes);
  const hex = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 1024));
  const known = marks.find(([mark]) => mark.test(hex)) ?? texts.find(([mark]) => mark.test(text));
  return known?.[1] ?? 'unknown';
};

/** The format of a picture, judged by its content: names lie. */
export const kindOf = (bytes: Uint8Array): Printable | 'svg' | ContentFault => {
  const name = kindNameOf(bytes);
  if (name === 'svg') return name;
  const known = printable.find((format) => format === name);
  if (known) return known;
  const [what, fix] = refused[name as Refused];
  return { what, expected, fix };
};

/** For a picture that has the start of a format that can be printed, but not the rest. */
export const damaged: ContentFault = {
  what: 'which is incomplete or damaged',
  expected: 'a complete file',
  fix: 'Copy or upload it again, or export it again if that does not help.',
};
