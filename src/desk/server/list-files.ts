import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { isPixelPicture } from '../../copy/copy-files.ts';
import { readPaperFile } from '../../copy/paper-file.ts';
import { walk } from '../../copy/walk.ts';
import { blobId } from './blob-id.ts';
import type { DeskFolder } from './desk-folder.ts';

/** A file that the desk may see. */
export interface ListedFile {
  /** Its path from the paper's folder. */
  path: string;
  /** The id of its content. */
  sha: string;
  size: number;
}

/** Whether a file is one of the texts that make a paper, by its ending. */
export const isText = (path: string): boolean => /\.(?:md|ya?ml)$/i.test(path);

/** Whether the desk shows a file: texts, and pictures beside them. */
export const isShown = (path: string): boolean =>
  isText(path) || isPixelPicture(path) || /\.svg$/i.test(path);

/** Control characters, and the backslash, which separates folders on Windows: no address names them. */
// eslint-disable-next-line no-control-regex
export const unreachable = /[\0-\x1f\x7f\\]/;

/** A file as it was when its content was read: what changes when it is written again. */
interface Read {
  stamp: string;
  sha: string;
  size: number;
}

const stampOf = (file: string): { stamp: string; size: number } | undefined => {
  const stats = lstatSync(file, { throwIfNoEntry: false, bigint: true });
  // A link says nothing of what it leads to.
  if (!stats?.isFile()) return undefined;
  const { dev, ino, mtimeNs, ctimeNs, size } = stats;
  return { stamp: [dev, ino, mtimeNs, ctimeNs, size].join(' '), size: Number(size) };
};

/**
 * Makes a lister of the content folder's texts and pictures, in a stable order. It reads again only what has changed.
 */
export const createLister = (folder: DeskFolder): (() => ListedFile[]) => {
  const { paperDir, contentDir, content } = folder;
  let known: ReadonlyMap<string, Read> = new Map();

  const read = (file: string, path: string): Read | undefined => {
    const before = stampOf(file);
    const last = known.get(path);
    if (before && last?.stamp === before.stamp) return last;
    const result = readPaperFile(file, [paperDir]);
    if ('fault' in result) return undefined;
    const { bytes } = result;
    // If it was written meanwhile, it is read again next time.
    const stamp = before && stampOf(file)?.stamp === before.stamp ? before.stamp : '';
    return { stamp, sha: blobId(bytes), size: bytes.length };
  };

  return () => {
    const now = new Map<string, Read>();
    for (const { path, fault } of walk(contentDir, { within: [paperDir] }).files) {
      if (fault || !isShown(path) || unreachable.test(path)) continue;
      const found = read(join(contentDir, path), content + path);
      if (found) now.set(content + path, found);
    }
    known = now;
    return [...now].map(([path, { sha, size }]) => ({ path, sha, size }));
  };
};
