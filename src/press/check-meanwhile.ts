import { Worker } from 'node:worker_threads';
import type { Written, WrittenEntry } from '../copy/written.ts';
import type { ArticleCopy } from '../schemas/article.ts';
import type { CheckNews, CheckWork } from './check-worker.ts';
import type { SavedStory } from './list-related.ts';

/** A check that runs beside a development server. */
export interface Meanwhile {
  /** Tells it of the stories that are others than the last time, for their related stories. */
  tell: (saved: Written) => void;
  stop: () => void;
}

const articlesOf = ({ entries }: Written): Map<string, WrittenEntry> =>
  new Map(
    entries.filter(({ collection }) => collection === 'articles').map((entry) => [entry.id, entry]),
  );

/** Of a picture, related stories need to know nothing; and it may hold what no other thread can be sent. */
const storyOf = ({ id, data, body }: WrittenEntry): SavedStory => ({
  id,
  data: { ...data, leadImage: undefined } as unknown as ArticleCopy,
  body: body?.markdown() ?? '',
});

/**
 * Checks the paper in a thread of its own, so that pages are shown before the check is done.
 * @param saved the copy as the server has read it
 * @param hear is told what the thread finds
 */
export const checkMeanwhile = (
  work: CheckWork,
  saved: Written,
  hear: (news: CheckNews) => void,
  failed: (error: unknown) => void,
): Meanwhile => {
  const worker = new Worker(new URL('check-worker.ts', import.meta.url), { workerData: work });
  worker.on('message', hear);
  worker.on('error', failed);
  worker.unref();
  let before = articlesOf(saved);
  return {
    tell: (now) => {
      const articles = articlesOf(now);
      const stories = [
        ...[...articles.values()].filter((entry) => before.get(entry.id) !== entry).map(storyOf),
        ...[...before.keys()].filter((id) => !articles.has(id)).map((id) => ({ id, body: '' })),
      ];
      before = articles;
      if (stories.length > 0) worker.postMessage(stories);
    },
    stop: () => void worker.terminate(),
  };
};
