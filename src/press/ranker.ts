import { Worker } from 'node:worker_threads';
import { digestOfCode } from '../code-digest.ts';
import type { FiledCopy } from '../copy/read.ts';
import { isUnread } from '../copy/unread-body.ts';
import { partsOf } from '../edition/likeness.ts';
import { type Listed, rankedOf } from '../edition/listed.ts';
import type { RelatedLists } from '../edition/ranking.ts';
import { rankedPerStory } from '../edition/related-lists.ts';
import type { Publication } from '../schemas/publication.ts';
import type { FromRanking, RankingWork, ToRanking } from './ranking-worker.ts';

/** Works out related stories, edition after edition, in a thread of its own, while pages are prepared. */
export interface Ranker {
  /**
   * Starts to list the related stories of every story. One edition is ranked after the other.
   * @returns a function that waits for the lists
   */
  rank: (listed: Listed<Story>) => () => Promise<RelatedLists>;
  /** Waits until everything is kept that makes the next ranking short. */
  kept: () => Promise<void>;
}

/** What decides which words a text has. */
const codeOfWords = [
  'src/edition/{counted-terms,likeness,word-tokens}.ts',
  // What makes a headline and a body of a file.
  'src/copy/{collections,frontmatter,read-entry,rest,sound-text,text-file,yaml}.ts',
  'src/schemas/{article,empty,values}.ts',
];

/** What decides which stories are related, by their words. */
const codeOfRanking = ['src/edition/*.ts', 'src/schemas/topic.ts', 'src/press/*rank*.ts'];

/** A story of the copy. Its body is not asked for: most were not even read. */
type Story = FiledCopy['articles'][number];

/**
 * Starts the thread.
 * @param cacheDir where counted words and the last ranking are kept
 * @param ranksOnce whether it ends after one edition, which gives its memory back
 */
export const createRanker = (
  { language, lists: lengths }: Publication,
  cacheDir: string,
  ranksOnce: boolean,
): Ranker => {
  const words = digestOfCode(codeOfWords, [language, process.version]);
  const code = digestOfCode(codeOfRanking, words);
  const worker = new Worker(new URL('ranking-worker.ts', import.meta.url), {
    workerData: { language, words, code, cacheDir, ranksOnce } satisfies RankingWork,
  });
  // Those of the edition that is being ranked; the first ones are for failures before there is one.
  let lists = Promise.withResolvers<RelatedLists>();
  let kept = Promise.withResolvers<undefined>();
  let stories: readonly Story[] = [];
  const tell = (news: ToRanking): void => {
    worker.postMessage(news);
  };
  const textsOf = (some: readonly Story[]): ToRanking['texts'] =>
    new Map(some.map(({ digest, data, body }) => [digest, partsOf({ ...data, body })]));
  const fail = (error: unknown): void => {
    for (const { promise, reject } of [lists, kept]) {
      // It is reported where the lists are awaited, not on a page that happens to be rendering.
      promise.catch(() => undefined);
      reject(error);
    }
  };
  const hear = (news: FromRanking): void => {
    if ('lists' in news) lists.resolve(news.lists);
    else if ('kept' in news) kept.resolve(undefined);
    else {
      const asked = new Set(news.asks);
      tell({ texts: textsOf(stories.filter(({ digest }) => asked.has(digest))) });
    }
  };
  worker.on('message', (news: FromRanking) => {
    try {
      hear(news);
    } catch (error) {
      // A file may have been saved since it was checked.
      fail(error);
    }
  });
  /** Why there is no thread any more: the first reason is the one to tell. */
  let end: { error: unknown } | undefined;
  const ended = (error: unknown): void => {
    end ??= { error };
    fail(end.error);
  };
  worker.on('error', ended);
  worker.on('exit', () => {
    ended(new Error('The thread that lists related stories has ended.'));
  });
  // After that, because whoever listens to a thread keeps it alive.
  worker.unref();

  /** Keeps the process alive for as long as somebody waits. */
  const wait = async <Result>(promise: Promise<Result>): Promise<Result> => {
    worker.ref();
    try {
      return await promise;
    } finally {
      worker.unref();
    }
  };

  return {
    rank: (listed) => {
      [lists, kept] = [Promise.withResolvers(), Promise.withResolvers()];
      if (end) fail(end.error);
      ({ stories } = listed);
      tell({
        stories: rankedOf(listed, ({ digest }) => digest),
        limit: rankedPerStory(lengths),
        // Of those that have changed, and perhaps some more: this thread is too busy to be asked.
        texts: textsOf(stories.filter((story) => !isUnread(story))),
      });
      const { promise } = lists;
      return () => wait(promise);
    },
    kept: () => wait(kept.promise),
  };
};
