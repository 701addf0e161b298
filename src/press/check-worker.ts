import { parentPort, workerData } from 'node:worker_threads';
import { checkPaper } from '../check/check-paper.ts';
import type { Switches } from '../config/switches.ts';
import type { RelatedLists } from '../edition/ranking.ts';
import { keepRelated } from './kept-related.ts';
import { createRelated, type SavedStory } from './list-related.ts';
import { recorded } from './recorded.ts';
import { report } from './report.ts';
import type { RecordedChanges } from '../config/page-settings.ts';

/** The thread's `workerData`. */
export interface CheckWork {
  switches: Switches;
  /** Where the lists of related stories are kept. */
  relatedFile: string;
}

/** What the thread says, one at a time. */
export type CheckNews =
  { says: 'info' | 'warn'; text: string } | { record: RecordedChanges } | { related: RelatedLists };

/** How long it waits for more saves before it lists related stories again, in milliseconds. */
const pause = 2000;

const post = (news: CheckNews): void => parentPort?.postMessage(news);

/** Checks the paper, says what it found, and goes on with its stories. */
const check = async ({ switches, relatedFile }: CheckWork): Promise<void> => {
  const checked = await checkPaper(switches);
  report(checked, [], switches, {
    info: (text) => {
      post({ says: 'info', text });
    },
    warn: (text) => {
      post({ says: 'warn', text });
    },
  });
  post({ record: recorded(checked.record) });
  if (!checked.publication) return;
  const related = createRelated(checked.copy.topics, checked.publication);
  for (const story of checked.copy.articles) related.follow(story);
  const list = (): void => {
    const lists = related.list();
    keepRelated(relatedFile, lists);
    post({ related: lists });
  };
  list();
  let timer: NodeJS.Timeout | undefined;
  parentPort?.on('message', (stories: readonly SavedStory[]) => {
    for (const story of stories) related.follow(story);
    clearTimeout(timer);
    timer = setTimeout(list, pause);
  });
};

await check(workerData as CheckWork);
