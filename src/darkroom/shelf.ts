import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPaperFile } from '../copy/paper-file.ts';
import type { PrintablePicture } from '../copy/printable-picture.ts';
import { writeWhole } from '../write-whole.ts';
import { digestOf, type Picture } from './darkroom.ts';
import { pixelsOf } from './draw-svg.ts';
import { standIn } from './stand-in.ts';
import { labelAsXmp, labelOf } from './texts/label.ts';

/** The folder of stand-ins in Astro's root, with one folder for each picture. */
const folderName = 'pictures';

/** Says where the picture is that a stand-in beside it stands for. */
const noteName = 'original.json';

const isWritten = (file: string, bytes: Buffer): boolean =>
  existsSync(file) && readFileSync(file).equals(bytes);

const write = (file: string, bytes: Buffer): void => {
  mkdirSync(dirname(file), { recursive: true });
  if (!isWritten(file, bytes)) writeWhole(file, bytes);
};

/** What is written into a printed picture; undefined for nothing. */
const xmpOf = ({ copy, texts }: Picture): string | undefined =>
  copy && labelAsXmp(labelOf(copy, texts));

/**
 * What stands for a picture with its label: where two stories say different things of whose it is, it is printed for each,
 * under names of their own.
 */
export const shelfMark = (picture: Picture): string => {
  const xmp = xmpOf(picture);
  return xmp === undefined ? picture.digest : digestOf(Buffer.from(`${picture.digest} ${xmp}`));
};

/** A picture as pages get it, and the files that stand for it. */
export interface Shelved {
  printable: PrintablePicture;
  /** What pages import instead of it. */
  standIn: Buffer;
  /** Notes in Astro's root where the picture is, so that it can be printed. */
  note: (root: string) => void;
}

/**
 * Makes what stands for a picture. Nothing is written.
 * @param code a digest of the code that prints pictures
 */
export const shelvable = (picture: Picture, code: string): Shelved => {
  const { file, name, digest: original, width, height, drawing, texts, copy } = picture;
  const digest = shelfMark(picture);
  const alt = texts?.alt;
  const label = copy && labelOf(copy, texts);
  return {
    printable: {
      path: `./${folderName}/${digest}/${name}.${drawing ? 'png' : 'jpg'}`,
      ...{ width, height, drawing },
      ...(alt && { alt }),
      ...(label && Object.values(label).some((value) => value !== undefined) && { label }),
    },
    standIn: standIn({ digest, width, height, drawing }, `${code} ${name}`),
    note: (root) => {
      write(
        join(root, folderName, digest, noteName),
        Buffer.from(JSON.stringify({ file, drawing, digest: original, xmp: xmpOf(picture) })),
      );
    },
  };
};

/**
 * Puts a picture on the shelf: a stand-in for pages to import, and a note that says where the picture is.
 * @param root absolute path of Astro's root
 * @param code a digest of the code that prints pictures
 */
export const shelve = (root: string, picture: Picture, code: string): PrintablePicture => {
  const { printable, standIn: bytes, note } = shelvable(picture, code);
  write(join(root, printable.path), bytes);
  note(root);
  return printable;
};

/** A picture to be printed. */
export interface Original {
  /** Its absolute path. */
  file: string;
  bytes: Uint8Array;
  drawing: boolean;
  /** What is written into it. */
  xmp?: string | undefined;
}

/**
 * Takes the picture that a stand-in stands for, in pixels.
 * @throws when it is not what it was when it was put on the shelf
 */
export const takeOriginal = async (root: string, mark: string): Promise<Original> => {
  const { digest, file, drawing, xmp } = JSON.parse(
    readFileSync(join(root, folderName, mark, noteName), 'utf8'),
  ) as Omit<Original, 'bytes'> & { digest: string };
  const read = readPaperFile(file);
  if ('bytes' in read && digestOf(read.bytes) === digest) {
    const bytes = await pixelsOf(read.bytes);
    if (Buffer.isBuffer(bytes)) return { file, bytes, drawing, xmp };
    throw new Error(`${bytes.what}. ${bytes.fix}`);
  }
  throw new Error(`${file} has changed since the build read it`);
};
