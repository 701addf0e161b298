import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  type Stats,
  statSync,
} from 'node:fs';
import { isInside } from './inside.ts';

/** What is wrong with something as a file, whatever it should hold. */
export interface FileFault {
  kind:
    | 'missing'
    | 'folder'
    | 'pipe'
    | 'device'
    | 'socket'
    | 'dangling'
    | 'loop'
    | 'outside'
    | 'large'
    | 'unreadable';
  /** What is there, to stand alone or after a name and a comma. */
  found: string;
  /** How to fix it. */
  fix: string;
}

const faults: Record<FileFault['kind'], Omit<FileFault, 'kind'>> = {
  missing: { found: 'nothing', fix: 'Add the file.' },
  folder: { found: 'a folder', fix: 'Put a file in its place, or rename the folder.' },
  pipe: { found: 'a named pipe', fix: 'Put a copy of the file in its place.' },
  device: { found: 'a device', fix: 'Put a copy of the file in its place.' },
  socket: { found: 'a socket', fix: 'Put a copy of the file in its place.' },
  dangling: {
    found: 'a link to something that does not exist',
    fix: 'Put a copy of the file in its place, or restore what it links to.',
  },
  loop: {
    found: 'a link that leads back to itself',
    fix: 'Put a copy of the file in its place.',
  },
  outside: {
    found: 'a link that leads out of the paper’s folder',
    fix: 'Put a copy of the file in its place: only what is inside the paper’s folder may be published.',
  },
  large: {
    found: 'a file that is too large',
    fix: 'Split it, or make sure that it is what its name says.',
  },
  unreadable: {
    found: 'a file that may not be read',
    fix: 'Let the user who builds the paper read it: on Linux and macOS, chmod u+r and chown change that.',
  },
};

/** A fault in its own words. */
export const fault = (kind: FileFault['kind']): FileFault => ({ kind, ...faults[kind] });

/** Whether something is a link, wherever it leads. */
export const isLink = (path: string): boolean => {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
};

/** What a failed attempt to look at or read a file says about it; `error` is what `node:fs` threw. */
export const faultOf = (error: unknown, file: string): FileFault => {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return fault(isLink(file) ? 'dangling' : 'missing');
    // Nothing can have such a name, or nothing can be below a file.
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE':
      return fault('missing');
    case 'ELOOP':
      return fault('loop');
    case 'EISDIR':
      return fault('folder');
    case 'EACCES':
    case 'EPERM':
      return fault('unreadable');
    default: {
      const reason = code ?? (error instanceof Error ? error.message : String(error));
      return {
        kind: 'unreadable',
        found: `a file that this system cannot read (${reason})`,
        fix: 'Copy it here again, and check the disk if that does not help.',
      };
    }
  }
};

const faultOfStats = (stats: Stats): FileFault | undefined => {
  if (stats.isFile()) return undefined;
  if (stats.isDirectory()) return fault('folder');
  if (stats.isFIFO()) return fault('pipe');
  return fault(stats.isSocket() ? 'socket' : 'device');
};

const tooLarge = (size: number): FileFault => ({
  ...fault('large'),
  found: `a file of ${String(Math.ceil(size / 1_000_000))} million bytes`,
});

/**
 * Says what is wrong with something as a file, without opening it: opening a pipe waits for ever.
 * @param file its absolute path
 * @param within the folders that links may lead to; left out, they may lead anywhere
 * @returns undefined for a file that can be read
 */
export const fileFault = (file: string, within?: readonly string[]): FileFault | undefined => {
  try {
    const found = faultOfStats(statSync(file));
    if (found) return found;
    if (within && !within.some((folder) => isInside(file, folder))) return fault('outside');
    accessSync(file, constants.R_OK);
    return undefined;
  } catch (error) {
    return faultOf(error, file);
  }
};

/**
 * Reads a file of the paper. Never throws, and never waits for something that is not a file.
 * @param within as for {@link fileFault}
 * @param most the most bytes that it may have
 */
export const readPaperFile = (
  file: string,
  within?: readonly string[],
  most = Infinity,
): { bytes: Buffer } | { fault: FileFault } => {
  const found = fileFault(file, within);
  if (found) return { fault: found };
  let opened: number | undefined;
  try {
    // It may have become a pipe since: with this flag, opening one does not wait. Windows has neither pipes nor the flag.
    opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(opened);
    const changed = faultOfStats(stats) ?? (stats.size > most ? tooLarge(stats.size) : undefined);
    return changed ? { fault: changed } : { bytes: readFileSync(opened) };
  } catch (error) {
    return { fault: faultOf(error, file) };
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
};
