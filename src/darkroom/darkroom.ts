import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import type { KnownFiles } from '../copy/known-files.ts';
import { fileFault, readPaperFile } from '../copy/paper-file.ts';
import { createPlaces, type Places } from '../copy/places.ts';
import { examine, type Facts } from './examine.ts';
import { createFinder, type PictureFault } from './find-picture.ts';
import { folderOnDisk } from './folder-on-disk.ts';
import type { ContentFault } from './kinds.ts';
import { bytesFault } from './limits.ts';
import type { Memory } from './memory.ts';
import type { PictureFacts } from './stand-in.ts';
import type { CopyCredit } from './texts/label.ts';
import type { PictureTexts } from './texts/picture-texts.ts';

/** A picture that can be printed. */
export interface Picture extends PictureFacts {
  /** Its absolute path. */
  file: string;
  /** Its readable name in addresses: ASCII, without an extension. */
  name: string;
  /** How many frames it has, of which only the first is printed. */
  frames: number;
  /** What its file says of it. */
  texts?: PictureTexts | undefined;
  /** What the copy that names it says of whose it is. */
  copy?: CopyCredit | undefined;
}

/**
 * Inspects a picture.
 * @param src its path as written in the copy
 * @param from the absolute path of the file that names it
 * @returns the picture, or what is wrong with it
 */
export type Inspect = (src: string, from: string) => Promise<Picture | PictureFault>;

/** A digest of a picture's content, short enough for the name of a folder. */
export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** The name of a file in the letters that every host, archive and file system keeps as they are. */
export const plainName = (file: string, instead = 'picture'): string =>
  basename(file, extname(file))
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '') || instead;

/** Lets a few at a time pass: each picture that is being decoded takes memory. */
const createGate = (most: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};

/** What is known about files, as long as they do not change. */
export type Developed = Map<string, Promise<(Facts & { digest: string }) | ContentFault>>;

/** What an inspector need not ask the disk for: where paths lead, and what the content of files was. */
export interface Seen {
  places?: Places;
  files?: KnownFiles | undefined;
}

/**
 * Makes an inspector of pictures, for one reading of the copy. Each picture is found, read and examined once, however many
 * stories show it; and what the memory has of its content is not found out again.
 * @param within the folders that pictures must be in
 * @param developed what an earlier inspector found out
 */
export const createInspector = (
  within: readonly string[],
  memory: Memory,
  developed: Developed = new Map(),
  { places = createPlaces(), files }: Seen = {},
): Inspect => {
  const find = createFinder(within, folderOnDisk(within, places));
  const gate = createGate(4);

  const develop = async (
    file: string,
    size: number,
  ): Promise<(Facts & { digest: string }) | ContentFault> => {
    const fault = bytesFault(size);
    if (fault) return fault;
    const name = `picture ${file}`;
    const before = files?.recall(name, [file]);
    const last = typeof before?.found === 'string' ? before.found : undefined;
    const known = last === undefined ? undefined : memory.recall(last);
    if (last !== undefined && known) return 'what' in known ? known : { ...known, digest: last };
    const read = readPaperFile(file, within);
    if ('fault' in read)
      return { what: read.fault.found, expected: 'a picture', fix: read.fault.fix };
    const digest = digestOf(read.bytes);
    const found = memory.recall(digest) ?? (await examine(read.bytes));
    if (!('passing' in found)) memory.learn(digest, found);
    files?.learn(name, before?.stamp, digest);
    return 'what' in found ? found : { ...found, digest };
  };

  const lookAt = async (file: string): Promise<Picture | ContentFault> => {
    const plain = places.statsOf(file);
    const stats = plain?.isFile() ? plain : statSync(file, { throwIfNoEntry: false });
    if (!stats) {
      // It has gone since it was found.
      const fault = fileFault(file);
      if (fault) return { what: fault.found, expected: 'a picture', fix: fault.fix };
    }
    const { size = 0, mtimeMs = 0, ino = 0 } = stats ?? {};
    const key = `${file}\n${String(ino)} ${String(size)} ${String(mtimeMs)}`;
    const known = developed.get(key) ?? gate(() => develop(file, size));
    developed.set(key, known);
    const picture = await known;
    return 'what' in picture ? picture : { ...picture, file, name: plainName(file) };
  };

  const found = new Map<string, Map<string, ReturnType<typeof find>>>();
  const lookedAt = new Map<string, Promise<Picture | ContentFault>>();
  return async (src, from) => {
    const folder = dirname(from);
    const ofFolder = found.get(folder) ?? new Map<string, ReturnType<typeof find>>();
    found.set(folder, ofFolder);
    const place = ofFolder.get(src) ?? find(src, from);
    ofFolder.set(src, place);
    if ('found' in place) return place;
    const known = lookedAt.get(place.file) ?? lookAt(place.file);
    lookedAt.set(place.file, known);
    const picture = await known;
    if (!('what' in picture)) return picture;
    const { what, ...rule } = picture;
    return { found: `${src}, ${what}`, ...rule };
  };
};
