import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { makeIndex } from './make-index.ts';
import type { Searchable } from './records.ts';
import { marked, storyIn } from './story-page.ts';

/** The thread's `workerData`: one volume of the search index. */
export interface VolumeWork {
  stories: readonly Searchable[];
  /** The folder of the edition on air, which has the pages that were not rebuilt. */
  dir: string;
  /** The text of those that were, by their files: see `storyIn`. */
  printed: ReadonlyMap<string, string>;
  /** A BCP 47 tag. */
  language: string;
  /** The folder that it is written into. */
  folder: string;
  /** Matches the names of files that are not written. */
  leftOut: RegExp | undefined;
}

const { stories, dir, printed, language, folder, leftOut } = workerData as VolumeWork;
const pages = stories.map((story) => {
  const { file, url } = story;
  const text = printed.get(file) ?? storyIn(readFileSync(join(dir, file), 'utf8'), url);
  return { url, content: marked(text, story) };
});
await makeIndex(pages, language, folder, (path) => leftOut?.test(path) ?? false);
