import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { makeIndex, type Page } from './make-index.ts';

/** The thread's `workerData`: one volume of the search index. */
export interface VolumeWork {
  pages: Page[];
  /** A BCP 47 tag. */
  language: string;
  /** The folder that it is written into. */
  folder: string;
  /** Matches the names of files that are not written. */
  leftOut: RegExp | undefined;
}

const { pages, language, folder, leftOut } = workerData as VolumeWork;
for (const [path, content] of await makeIndex(pages, language)) {
  if (leftOut?.test(path)) continue;
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
