import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** The folders that a build writes to. */
export interface Written {
  dir: string;
  cacheDir: string;
}

const nameThem = 'name folders elsewhere with OUT_DIR and CACHE_DIR';

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

const reported = new RegExp(`\\b(${Object.keys(sentences).join('|')}): (.*)`);

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
  const [, code = '', rest = ''] = reported.exec(text) ?? [];
  const sentence = sentences[code];
  if (sentence === undefined) return undefined;
  const fullest = freeOn(dir) < freeOn(cacheDir) ? dir : cacheDir;
  return `${/'([^']+)'/.exec(rest)?.[1] ?? fullest} ${sentence}`;
};
