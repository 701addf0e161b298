import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { contentsOf } from './contents.ts';
import { type PrintedFiles, type Stamps, wholeFiles } from './written-files.ts';

/** The thread's `workerData`: an edition as it was printed. */
export interface EditionWork {
  dir: string;
  files: PrintedFiles;
  stamps: Stamps;
}

const { dir, files, stamps } = workerData as EditionWork;
const compared = wholeFiles(dir, files, stamps);
parentPort?.postMessage({ ...compared, contents: existsSync(dir) ? contentsOf(dir) : [] });
