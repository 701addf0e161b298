import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files that the server keeps, with those that SQLite puts beside its own. */
const own = /^(?:waline\.sqlite(?:-journal|-wal|-shm)?|session-key(?:\.new)?)$/;

/** On Windows, a file's mode says nothing about who may read it. */
const hasModes = process.platform !== 'win32';

const isOpen = (path: string): boolean => (statSync(path).mode & 0o077) !== 0;

/** @throws when the mode cannot be changed, with what to do about it */
const close = (path: string, mode: number): void => {
  try {
    chmodSync(path, mode);
  } catch {
    // Below: some file systems ignore it without an error.
  }
  if (!isOpen(path)) return;
  throw new Error(
    `Other users of this machine may read ${path}, and its mode cannot be changed. Run \`chmod ${mode.toString(8)} ${path}\` as its owner, or set SQLITE_PATH to another folder.`,
  );
};

/**
 * Makes the folder of the database one that no other user of the machine can look into, whether or not it exists: 700,
 * and 600 for its files.
 * @returns what was open before
 * @throws when it cannot be closed, or holds other things too: those may be meant to be read
 */
export const makePrivate = (folder: string): string[] => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!hasModes) return [];
  const names = readdirSync(folder);
  if (isOpen(folder) && names.some((name) => !own.test(name))) {
    throw new Error(
      `Other users of this machine may look into ${folder}, and it holds more than the comments. Set SQLITE_PATH to a folder for comments alone, or run \`chmod 700 ${folder}\`.`,
    );
  }
  const files = names.filter((name) => own.test(name)).map((name) => join(folder, name));
  const open = [folder, ...files].filter(isOpen);
  for (const path of open) close(path, path === folder ? 0o700 : 0o600);
  return open;
};
