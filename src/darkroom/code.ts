import { digestOfCode, versionsOf } from '../code-digest.ts';

/** The files of this room that decide it. */
export const parts = [
  'bytes',
  'crop-size',
  'draw-svg',
  'drawing',
  'examine',
  'frames',
  'kinds',
  'limits',
  'negative',
  'open-picture',
  'print',
  'stand-in',
  'svg',
  'texts/blocks',
  'texts/clean-line',
  'texts/exif',
  'texts/iptc',
  'texts/label',
  'texts/other-credit',
  'texts/picture-texts',
  'texts/xmp',
];

/** A digest of everything but the picture itself that decides how a picture is judged and printed. */
export const darkroomCode = (): string =>
  digestOfCode(
    parts.map((part) => `src/darkroom/${part}.ts`),
    versionsOf('sharp', 'htmlparser2'),
  );
