import { parentPort, workerData } from 'node:worker_threads';
import { type Contents, strangersIn } from './contents.ts';
import { readEditionList } from './edition-list.ts';
import { aftermathOf } from './written-files.ts';

/** The thread's `workerData`. It reads the list itself: to be sent so many files would take as long, twice. */
export interface EditionWork {
  cacheDir: string;
  /** The digest of the code that reads the list. */
  format: string;
}

/** @returns undefined if it cannot be found out: whoever puts the next edition on air looks again, and says why */
const strangers = (...of: Parameters<typeof strangersIn>): Contents | undefined => {
  try {
    return strangersIn(...of);
  } catch {
    return undefined;
  }
};

// It posts what has become of the files of the edition on air, then what else is in its folder, which nobody needs until
// pages are printed.
const { cacheDir, format } = workerData as EditionWork;
const listed = readEditionList(cacheDir, format);
if (listed) {
  const { dir, files } = listed;
  parentPort?.postMessage(aftermathOf(dir, files));
  parentPort?.postMessage(strangers(dir, (file) => files.has(file)));
}
