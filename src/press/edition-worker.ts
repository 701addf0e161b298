import { parentPort, workerData } from 'node:worker_threads';
import { type PrintedFiles, wholeFiles } from './written-files.ts';

/** The thread's `workerData`: an edition as it was printed. */
export interface EditionWork {
  dir: string;
  files: PrintedFiles;
}

const { dir, files } = workerData as EditionWork;
parentPort?.postMessage(wholeFiles(dir, files));
