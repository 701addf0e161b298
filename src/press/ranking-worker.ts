import { parentPort, workerData } from 'node:worker_threads';
import { type CountedTerms, createTermCounter, type Parts } from '../edition/counted-terms.ts';
import { rankAgain } from '../edition/rank-again.ts';
import { listsIn, rankAll, type Ranked, type RelatedLists } from '../edition/ranking.ts';
import { keepRanking, readRanking } from './kept-ranking.ts';
import { keepTerms, readTerms } from './kept-terms.ts';

/** The thread's `workerData`. */
export interface RankingWork {
  /** A BCP 47 tag. */
  language: string;
  /** Digests of what decides which words a text has, and of the code that ranks. */
  words: string;
  code: string;
  cacheDir: string;
  /** Whether only one edition will be asked for. */
  ranksOnce: boolean;
}

/** The stories of an edition. */
interface Asked {
  stories: readonly Ranked[];
  limit: number;
}

interface Texts {
  texts: ReadonlyMap<string, Parts>;
}

/**
 * What the thread is told: the stories of an edition, with texts that it may not know, by their digests, or those that it has
 * asked for.
 */
export type ToRanking = Texts | (Texts & Asked);

/** What it says: which words it does not know, the lists, and that all is kept that the next edition needs. */
export type FromRanking = { asks: readonly string[] } | { lists: RelatedLists } | { kept: true };

/** Makes a function that answers what the thread is told. */
const answering = (
  { language, words, code, cacheDir }: RankingWork,
  post: (news: FromRanking) => void,
): ((told: ToRanking) => void) => {
  const countTerms = createTermCounter(language);
  let ranking = readRanking(cacheDir, code);
  /** The words of the stories that were ranked last, and of those that are to be ranked. */
  let known = new Map(readTerms(cacheDir, words));
  let asked: Asked | undefined;
  let hasNewWords = false;

  const wordsOf = (text: string): CountedTerms => {
    const counted = known.get(text);
    if (!counted) throw new Error(`The words of the text ${text} were not counted.`);
    return counted;
  };

  const rank = ({ stories, limit }: Asked): void => {
    const before = ranking?.stories.every(({ text }) => known.has(text)) ? ranking : undefined;
    const ranked = before
      ? rankAgain(before, stories, wordsOf, limit)
      : rankAll(stories, wordsOf, limit);
    post({ lists: listsIn(ranked) });
    const texts = new Map(stories.map(({ text }) => [text, wordsOf(text)]));
    if (hasNewWords || texts.size < known.size) keepTerms(cacheDir, words, texts);
    if (ranked !== ranking) keepRanking(cacheDir, code, ranked);
    [ranking, known] = [ranked, texts];
    post({ kept: true });
  };

  return (told) => {
    if ('stories' in told) [asked, hasNewWords] = [told, false];
    for (const [text, parts] of told.texts) {
      if (known.has(text)) continue;
      known.set(text, countTerms(parts));
      hasNewWords = true;
    }
    const asks = asked?.stories.map(({ text }) => text).filter((text) => !known.has(text)) ?? [];
    if (asks.length > 0) post({ asks });
    else if (asked) rank(asked);
  };
};

const work = workerData as RankingWork;
const answer = answering(work, (news) => {
  parentPort?.postMessage(news);
  if (work.ranksOnce && 'kept' in news) parentPort?.close();
});
parentPort?.on('message', answer);
