import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readPaperFile } from '../copy/paper-file.ts';
import type { PrintablePicture } from '../copy/printable-picture.ts';
import { writeWhole } from '../write-whole.ts';
import { digestOf, type Picture } from './darkroom.ts';
import { pixelsOf } from './draw-svg.ts';
import { standIn } from './stand-in.ts';

/** The folder of stand-ins in Astro's root, with one folder for each picture. */
const folderName = 'pictures';

/** Says where the picture is that a stand-in beside it stands for. */
const noteName = 'original.json';

const isWritten = (file: string, bytes: Buffer): boolean =>
  existsSync(file) && readFileSync(file).equals(bytes);

const write = (file: string, bytes: Buffer): void => {
  if (!isWritten(file, bytes)) writeWhole(file, bytes);
};

/**
 * Puts a picture on the shelf: a stand-in for pages to import, and a note that says where the picture is.
 * @param root absolute path of Astro's root
 * @param code a digest of the code that prints pictures
 */
export const shelve = (
  root: string,
  { file, name, digest, width, height, drawing, texts: { alt, credit } = {} }: Picture,
  code: string,
): PrintablePicture => {
  const place = join(root, folderName, digest);
  const path = `${name}.${drawing ? 'png' : 'jpg'}`;
  mkdirSync(place, { recursive: true });
  const facts = { digest, width, height, drawing };
  write(join(place, path), standIn(facts, `${code} ${name}`));
  write(join(place, noteName), Buffer.from(JSON.stringify({ file, drawing })));
  return {
    path: `./${folderName}/${digest}/${path}`,
    ...{ width, height, drawing },
    ...(alt && { alt }),
    ...(credit && { credit }),
  };
};

/** Takes off the shelf what stands for none of these pictures. */
export const clearShelf = (root: string, digests: ReadonlySet<string>): void => {
  const place = join(root, folderName);
  if (!existsSync(place)) return;
  for (const name of readdirSync(place)) {
    if (!digests.has(name)) rmSync(join(place, name), { recursive: true, force: true });
  }
};

/** A picture to be printed. */
export interface Original {
  /** Its absolute path. */
  file: string;
  bytes: Uint8Array;
  drawing: boolean;
}

/**
 * Takes the picture that a stand-in stands for, in pixels.
 * @throws when it is not what it was when it was put on the shelf
 */
export const takeOriginal = async (root: string, digest: string): Promise<Original> => {
  const { file, drawing } = JSON.parse(
    readFileSync(join(root, folderName, digest, noteName), 'utf8'),
  ) as { file: string; drawing: boolean };
  const read = readPaperFile(file);
  if ('bytes' in read && digestOf(read.bytes) === digest) {
    const bytes = await pixelsOf(read.bytes);
    if (Buffer.isBuffer(bytes)) return { file, bytes, drawing };
    throw new Error(`${bytes.what}. ${bytes.fix}`);
  }
  throw new Error(`${file} has changed since the build read it`);
};
