import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolders } from '../config/folders.ts';
import { openKnownFiles } from '../copy/known-files.ts';

/**
 * A digest of what is in a folder whose files are printed as they are. Files that have not changed are not read again.
 * @param folder its absolute path; it need not exist
 * @returns undefined if it holds a link: what that leads to may change
 */
export const publicDigest = (folder: string, cacheDir: string): string | undefined => {
  const known = openKnownFiles(join(cacheDir, cacheFolders.public), 'digests of files');
  const digests: [file: string, digest: string][] = [];
  const read = (below: string): boolean => {
    const entries = readdirSync(join(folder, below), { withFileTypes: true });
    return entries.every((entry) => {
      const name = join(below, entry.name);
      if (entry.isDirectory()) return read(name);
      if (!entry.isFile()) return false;
      const file = join(folder, name);
      const { stamp, found } = known.recall(name, [file]);
      const digest = (found as string | undefined) ?? hash('sha256', readFileSync(file));
      if (found === undefined) known.learn(name, stamp, digest);
      digests.push([name, digest]);
      return true;
    });
  };
  try {
    if (!read('')) return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  known.keep();
  return hash('sha256', JSON.stringify(digests.sort(([a], [b]) => (a < b ? -1 : 1))));
};
