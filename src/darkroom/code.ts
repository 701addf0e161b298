import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineFolder } from '../engine-folder.ts';

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
export const darkroomCode = (): string => {
  const text = (name: string): string =>
    // A checkout on Windows may have other line endings.
    readFileSync(join(engineFolder, name), 'utf8').replaceAll('\r\n', '\n');
  const { dependencies } = JSON.parse(text('package.json')) as {
    dependencies: Record<string, string>;
  };
  const hash = createHash('sha256').update(String(dependencies['sharp']));
  for (const part of parts) hash.update(text(`src/darkroom/${part}.ts`));
  return hash.digest('hex').slice(0, 16);
};
