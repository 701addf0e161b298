import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { readPaperFile } from '../../copy/paper-file.ts';
import { walk } from '../../copy/walk.ts';
import { blobId } from './blob-id.ts';
import type { DeskFolder } from './desk-folder.ts';
import { isShown, isText, unreachable } from '../file-names.ts';
import { placeOf } from './file-place.ts';

/** A file that the desk may see. */
export interface ListedFile {
  /** Its path from the paper's folder. */
  path: string;
  /** The id of its content. */
  sha: string;
  size: number;
}

/** A file as it was when its content was read. */
interface Read {
  /** Changes when it is written again. */
  stamp: string;
  sha: string;
  size: number;
  /** The content of a text, as long as there is room. */
  bytes?: Buffer | undefined;
}

/** How many bytes of texts are kept in memory, for whoever lists a paper and then reads it. */
const room = 64_000_000;

/** The content folder's texts and pictures. Only what has changed is read again. */
export interface PaperShelf {
  /** All of them, in a stable order. */
  list: () => ListedFile[];
  /**
   * The content of one, or of another file in the folder; undefined if it cannot be read.
   * @throws {RefusedError} 422 for a path that is none of the desk's
   */
  read: (path: string) => Buffer | undefined;
}

const stampOf = (file: string): string | undefined => {
  const stats = lstatSync(file, { throwIfNoEntry: false, bigint: true });
  // A link says nothing of what it leads to.
  if (!stats?.isFile()) return undefined;
  const { dev, ino, mtimeNs, ctimeNs, size } = stats;
  return [dev, ino, mtimeNs, ctimeNs, size].join(' ');
};

/** Opens the content folder of a paper. */
export const openShelf = (folder: DeskFolder): PaperShelf => {
  const { paperDir, contentDir, content } = folder;
  let known: ReadonlyMap<string, Read> = new Map();

  const bytesAt = (file: string): Buffer | undefined => {
    const result = readPaperFile(file, [paperDir]);
    return 'bytes' in result ? result.bytes : undefined;
  };

  const look = (file: string, path: string, left: number): Read | undefined => {
    const before = stampOf(file);
    const last = known.get(path);
    if (before && last?.stamp === before) return last;
    const bytes = bytesAt(file);
    if (!bytes) return undefined;
    // If it was written meanwhile, it is read again next time.
    const stamp = before !== undefined && stampOf(file) === before ? before : '';
    const kept = isText(path) && bytes.length <= left ? bytes : undefined;
    return { stamp, sha: blobId(bytes), size: bytes.length, bytes: kept };
  };

  return {
    list: () => {
      const now = new Map<string, Read>();
      let left = room;
      for (const { path, fault } of walk(contentDir, { within: [paperDir] }).files) {
        if (fault || !isShown(path) || unreachable.test(path)) continue;
        const found = look(join(contentDir, path), content + path, left);
        if (found) now.set(content + path, found);
        left -= found?.bytes?.length ?? 0;
      }
      known = now;
      return [...now].map(([path, { sha, size }]) => ({ path, sha, size }));
    },
    read: (path) => {
      const file = placeOf(folder, path);
      const last = known.get(path);
      return last?.bytes && last.stamp === stampOf(file) ? last.bytes : bytesAt(file);
    },
  };
};
