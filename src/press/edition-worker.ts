import { parentPort, workerData } from 'node:worker_threads';
import { type Contents, strangersIn } from './contents.ts';
import { readEditionList } from './edition-list.ts';
import { type Aftermath, aftermathOf } from './written-files.ts';

/** The thread's `workerData`. It reads the list itself: to be sent so many files would take as long, twice. */
export interface EditionWork {
  cacheDir: string;
  /** The digest of the code that has read the list before. */
  format: string;
}

/** What it posts: the edition on air, compared with what was printed. */
export interface Compared extends Aftermath {
  /** What else is in its folder: see {@link strangersIn}. */
  strangers: Contents;
}

const { cacheDir, format } = workerData as EditionWork;
const listed = readEditionList(cacheDir, format);
if (listed) {
  const { dir, files } = listed;
  const strangers = strangersIn(dir, (file) => files.has(file));
  parentPort?.postMessage({ ...aftermathOf(dir, files), strangers } satisfies Compared);
}
