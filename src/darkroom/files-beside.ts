import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { addressesBeside } from '../copy/addresses-beside.ts';
import type { KnownFiles } from '../copy/known-files.ts';
import { type FileFault, readPaperFile } from '../copy/paper-file.ts';
import { storyFilesName } from '../copy/story-files.ts';
import { type FileToTake, fileKey, mostBytes, notBeside } from '../copy/take-along.ts';
import { plainName, type Seen } from './darkroom.ts';
import { createFinder, type PictureFault } from './find-picture.ts';
import { folderOnDisk } from './folder-on-disk.ts';

/** A file that readers may take along, and where it is. */
export interface FoundFile extends FileToTake {
  /** Its absolute path. */
  file: string;
}

/** Finds the file that a link leads to, from the absolute path of the text with the link. */
export type FindFile = (address: string, from: string) => FoundFile | PictureFault;

const { expected } = notBeside;

/** What is shown of a file that readers may take along. */
interface Content {
  digest: string;
  bytes: number;
}

const contentOf = (
  file: string,
  within: readonly string[],
  files: KnownFiles | undefined,
): Content | { fault: FileFault } => {
  const name = `file ${file}`;
  const { stamp, found } = files?.recall(name, [file]) ?? {};
  if (found) return found as Content;
  const read = readPaperFile(file, within, mostBytes);
  if ('fault' in read) return read;
  const { bytes } = read;
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const content = { digest, bytes: bytes.length };
  files?.learn(name, stamp, content);
  return content;
};

/**
 * Makes a finder of files that readers may take along, for one reading of the copy. It reads each whole, unless that is
 * known: its address has a digest of its content.
 * @param within the folders that they must be in
 */
export const createFileFinder = (
  within: readonly string[],
  { places, files }: Seen = {},
): FindFile => {
  const disk = folderOnDisk(within, places);
  const find = createFinder(within, disk, { one: 'a file', notThere: notBeside });
  return (address, from) => {
    const place = find(fileKey(address), from);
    if ('found' in place) {
      // As it is written, which may be in escapes.
      return { ...place, found: address + place.found.slice(fileKey(address).length) };
    }
    const content = contentOf(place.file, within, files);
    if ('fault' in content) {
      const { kind, found, fix } = content.fault;
      return kind === 'large'
        ? {
            found: `${address}, ${found}`,
            expected: 'at most 25 megabytes, which every host takes',
            fix: 'Make it smaller or split it, or link to it where it is kept.',
          }
        : { found: `${address}, ${found}`, expected, fix };
    }
    const { digest, bytes } = content;
    if (bytes === 0) {
      return { found: `${address}, which is empty`, expected, fix: 'Copy or upload it again.' };
    }
    const ending = extname(place.file).toLowerCase();
    return {
      path: `${storyFilesName}/${plainName(place.file, 'file')}.${digest}${ending}`,
      name: basename(place.file).normalize('NFC'),
      bytes,
      file: place.file,
    };
  };
};

/**
 * The files beside a text that it links to, by `fileKey`. What is wrong with others is for the check.
 * @param addresses from {@link addressesBeside}
 */
export const filesAt = (
  addresses: readonly string[],
  from: string,
  find: FindFile,
): Record<string, FoundFile> => {
  // Without a prototype: a file may have any name, `__proto__` too.
  const files = Object.create(null) as Record<string, FoundFile>;
  for (const address of addresses) {
    const found = find(address, from);
    if ('path' in found) files[fileKey(address)] = found;
  }
  return files;
};

/** The same, for a text that has not been looked through. */
export const filesBeside = (
  body: string,
  from: string,
  find: FindFile,
): Record<string, FoundFile> => filesAt(addressesBeside(body), from, find);
