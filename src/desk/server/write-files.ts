import {
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { writeWhole } from '../../write-whole.ts';
import { RefusedError } from './answer.ts';
import { blobId } from './blob-id.ts';
import type { DeskFolder } from './desk-folder.ts';
import { placeOf, refuseLinks, requireOneName } from './file-place.ts';
import { isText } from '../file-names.ts';

/** A file to write, or to delete if it has no bytes. */
export interface FileChange {
  path: string;
  bytes: Uint8Array | undefined;
  /** The id of the content that it replaces; undefined for a new file. */
  was: string | undefined;
}

/** A change with its place, and what was there. */
interface Placed extends FileChange {
  file: string;
  before: Buffer | undefined;
}

const contentOf = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Compares what is there with what each change says that it replaces. */
const compare = (folder: DeskFolder, changes: readonly FileChange[]): Placed[] => {
  const placed = changes.map((change) => {
    const file = placeOf(folder, change.path);
    requireOneName(folder, change.path);
    refuseLinks(folder, change.path, file);
    return { ...change, file, before: contentOf(file) };
  });
  const paths = placed
    .filter(({ before, was }) => (before && blobId(before)) !== was)
    .map(({ path }) => path);
  if (paths.length > 0) {
    throw new RefusedError(
      409,
      `Somebody else has changed this meanwhile: ${paths.join(', ')}. Nothing was saved.`,
      { paths },
    );
  }
  return placed;
};

/**
 * Makes sure that changes can be written: their names, and that nobody else has changed those files.
 * @throws {RefusedError} 422 for a path, 409 with the `paths` that have other content
 */
export const requireCurrent = (folder: DeskFolder, changes: readonly FileChange[]): void => {
  const names = changes.map(({ path }) => path.normalize('NFC').toLowerCase());
  const twice = changes.filter((_, index) => names.indexOf(names[index] ?? '') !== index);
  if (twice.length > 0) {
    const paths = twice.map(({ path }) => path);
    throw new RefusedError(422, `Named twice: ${paths.join(', ')}.`, { paths });
  }
  compare(folder, changes);
};

/** Writes bytes beside a file, to the disk. Its name marks it as a leftover, which every list passes over. */
const writeBeside = ({ file, bytes }: Placed): string => {
  const part = `${file}.${randomUUID()}.part`;
  const { O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW } = constants;
  // Windows lacks the last of these.
  const opened = openSync(part, O_CREAT | O_EXCL | O_WRONLY | (O_NOFOLLOW || 0), 0o666);
  try {
    writeFileSync(opened, bytes ?? '');
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  return part;
};

const putBack = ({ file, before }: Placed): void => {
  if (before) writeWhole(file, before);
  else rmSync(file, { force: true });
};

/** Removes folders that have become empty, as git has none. */
const removeEmpty = (folder: DeskFolder, file: string): void => {
  for (let parent = dirname(file); parent !== folder.contentDir; parent = dirname(parent)) {
    try {
      if (readdirSync(parent).length > 0) return;
      rmdirSync(parent);
    } catch {
      return;
    }
  }
};

/** Pictures first and deletions last: if the machine stops in between, no text names a picture that is not there. */
const inOrder = (placed: readonly Placed[]): Placed[] => {
  const rank = ({ path, bytes }: Placed): number => (bytes ? Number(isText(path)) : 2);
  return placed.toSorted((a, b) => rank(a) - rank(b));
};

/**
 * Writes all changes or none. Each file is whole at every moment; if one cannot be written, those before it are put back.
 * @throws {RefusedError} as `requireCurrent`; or what the file system reports
 */
export const writeFiles = (folder: DeskFolder, changes: readonly FileChange[]): void => {
  requireCurrent(folder, changes);
  const parts = new Map<string, string>();
  const done: Placed[] = [];
  const all = changes.map((change) => ({ ...change, file: placeOf(folder, change.path) }));
  try {
    for (const { path, file, bytes } of all) {
      if (bytes === undefined) continue;
      mkdirSync(dirname(file), { recursive: true });
      refuseLinks(folder, path, file);
      parts.set(path, writeBeside({ path, file, bytes, was: undefined, before: undefined }));
    }
    // Somebody may have written, or put a link in the way, while these were on their way to the disk.
    for (const change of inOrder(compare(folder, changes))) {
      const part = parts.get(change.path);
      if (part === undefined) rmSync(change.file);
      else if (realpathSync(part) === part) renameSync(part, change.file);
      else throw new RefusedError(422, `${change.path}: a link is in its way.`);
      done.push(change);
    }
  } catch (error) {
    for (const change of done.toReversed()) putBack(change);
    throw error;
  } finally {
    for (const part of parts.values()) rmSync(part, { force: true });
    for (const { file } of all) removeEmpty(folder, file);
  }
};
