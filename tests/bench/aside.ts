import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { work } from './packages.ts';

// For some minutes ext4 passes over every inode that was lately freed whenever it makes a file. Who builds after ten
// thousand files were deleted pays for them with half its own time again: what must go is moved, and deleted at the end.

const aside = path.join(work, 'aside');

/**
 * Takes a file or a folder away without deleting it: the disk must hold what all builds of a benchmark print. Nothing
 * happens if it is not there.
 */
export const setAside = async (place: string): Promise<void> => {
  await mkdir(aside, { recursive: true });
  try {
    await rename(place, path.join(aside, randomUUID()));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
};

/** Deletes all that was set aside, by earlier benchmarks too that were cut short. */
export const deleteAside = async (): Promise<void> => {
  await rm(aside, { recursive: true, force: true });
};
