import { statfsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname } from 'node:path';

/** The folders that a build writes to. */
export interface Written {
  dir: string;
  cacheDir: string;
}

const nameThem = 'name folders elsewhere with OUT_DIR, CACHE_DIR or PICTURE_CACHE';

/** What to say of each error code of a file system (errno(3)), after the path. */
const sentences: Record<string, string> = {
  EACCES: `may not be read or written by the user that builds the paper. Give that user the right to, or ${nameThem}.`,
  EPERM: `may not be changed by the user that builds the paper. Give that user the right to, or ${nameThem}.`,
  EROFS: `is on a disk that can only be read. Make it writable, or ${nameThem}.`,
  ENOSPC: `is on a disk that is full. Make room there, or ${nameThem}.`,
  EDQUOT: `is on a disk whose quota for this user is used up. Make room there, or ${nameThem}.`,
  EIO: `could not be read or written: its disk reports a fault. Check the disk, or ${nameThem}.`,
  EMFILE: 'could not be opened: too many files are open. Raise the limit (`ulimit -n`).',
  ENFILE: 'could not be opened: the system has too many open files. Close other programs.',
  ENOTDIR: `cannot be used: there is a file where a folder is needed. Move that file, or ${nameThem}.`,
};

/** How Node reports them: `EACCES: permission denied, open '/a/file'`. */
const reported = new RegExp(`\\b(${Object.keys(sentences).join('|')})[:,] (.*)`);

/** How the bundler reports them: the file on one line, the number on a later one. */
const numbered = /Failed to \w+ \w+ (?:in|from|to) (\S.*)\n[^]*\(os error (\d+)\)/;

const codeOf = (number: string | undefined): string | undefined =>
  number === undefined
    ? undefined
    : Object.entries(constants.errno).find(([, value]) => value === Number(number))?.[0];

/** What `writeWhole` adds to the name of a file that is not whole yet. */
const part = /\.[\da-f-]{36}\.part$/;

const freeOn = (folder: string): number => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    const above = dirname(folder);
    return above === folder ? Infinity : freeOn(above);
  }
};

/**
 * Says in one sentence what is wrong with the disk, for a failure that Node reports with a code.
 * @param text the failure's message, perhaps with a stack trace
 * @param written where the build writes, because Node does not say which file found no room
 * @returns undefined if it is a failure of another kind
 */
export const diskFailure = (text: string, { dir, cacheDir }: Written): string | undefined => {
  const [, file, number] = numbered.exec(text) ?? [];
  const [, code = codeOf(number) ?? '', rest = ''] = reported.exec(text) ?? [];
  const sentence = sentences[code];
  if (sentence === undefined) return undefined;
  const fullest = freeOn(dir) < freeOn(cacheDir) ? dir : cacheDir;
  // Of two, the last is the one that was to be written.
  const path = [...rest.matchAll(/'([^']+)'/g)].at(-1)?.[1] ?? file ?? fullest;
  return `${path.replace(part, '')} ${sentence}`;
};
