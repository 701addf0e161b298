import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { work } from './packages.ts';

// For some minutes after files are deleted, ext4 skips their inodes one by one whenever it creates a file. After ten
// thousand deletions, a build takes half as long again. So files are moved away, and deleted only at the end.

const aside = path.join(work, 'aside');

/**
 * Moves a file or a folder away without deleting it, so the disk must hold the output of all builds in a benchmark.
 * Does nothing if it does not exist.
 */
export const setAside = async (place: string): Promise<void> => {
  await mkdir(aside, { recursive: true });
  try {
    await rename(place, path.join(aside, randomUUID()));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
};

/** Deletes everything that was set aside, also by earlier benchmarks that were aborted. */
export const deleteAside = async (): Promise<void> => {
  await rm(aside, { recursive: true, force: true });
};
