import { parentPort, workerData } from 'node:worker_threads';
import { createTermCounter, type Parts } from '../edition/counted-terms.ts';
import { listRelated, type Ranked } from '../edition/related-lists.ts';
import { keepTerms, type TermsByText } from './kept-terms.ts';

/** The thread's `workerData`: the stories of an edition. */
export interface RankingWork {
  stories: readonly (Ranked & { digest: string })[];
  /** What is known of their words, and the words of the others, by their digests. */
  known: TermsByText;
  unknown: ReadonlyMap<string, Parts>;
  /** A BCP 47 tag. */
  language: string;
  /** How many related stories are listed at most. */
  limit: number;
  cacheDir: string;
}

const { stories, known, unknown, language, limit, cacheDir } = workerData as RankingWork;
const countTerms = createTermCounter(language);
const counted = new Map(
  stories.map(({ digest }) => [digest, known.get(digest) ?? countTerms(unknown.get(digest) ?? [])]),
);
parentPort?.postMessage(
  listRelated(stories, ({ digest }) => counted.get(digest) ?? countTerms([]), limit),
);
if (unknown.size > 0 || known.size > counted.size) keepTerms(cacheDir, counted);
