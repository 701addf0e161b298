import { type CountedTerms, createTermCounter } from '../edition/counted-terms.ts';
import { partsOf } from '../edition/likeness.ts';
import { rankedOf, withTopics } from '../edition/listed.ts';
import { rankAgain } from '../edition/rank-again.ts';
import { listsIn, rankAll, type Ranking, type RelatedLists } from '../edition/ranking.ts';
import { rankedPerStory } from '../edition/related-lists.ts';
import type { ArticleCopy } from '../schemas/article.ts';
import type { Publication } from '../schemas/publication.ts';
import type { DescribedTopics } from '../schemas/topic.ts';

/** A story that was saved; without data, it is gone. */
export interface SavedStory {
  id: string;
  data?: ArticleCopy;
  body: string;
}

/** A story as it was last saved. */
interface FollowedStory {
  id: string;
  data: ArticleCopy;
  /** A name for its words. */
  text: string;
}

/** Lists the related stories of a paper that is being written. Words are counted when a story is saved. */
export const createRelated = (
  topics: DescribedTopics,
  { language, lists }: Pick<Publication, 'language' | 'lists'>,
) => {
  const stories = new Map<string, FollowedStory>();
  const words = new Map<string, CountedTerms>();
  const count = createTermCounter(language);
  let saves = 0;
  let ranking: Ranking | undefined;
  const wordsOf = (text: string): CountedTerms => {
    const counted = words.get(text);
    if (!counted) throw new Error(`The words of “${text}” were not counted.`);
    return counted;
  };
  return {
    follow: ({ id, data, body }: SavedStory): void => {
      if (!data) {
        stories.delete(id);
        return;
      }
      const text = String((saves += 1));
      words.set(text, count(partsOf({ ...data, body })));
      stories.set(id, { id, data, text });
    },
    list: (): RelatedLists => {
      const listed = [...stories.values()].filter(({ data }) => data.withdrawn === undefined);
      const ranked = rankedOf(withTopics(listed, topics), ({ text }) => text);
      const limit = rankedPerStory(lists);
      ranking = ranking
        ? rankAgain(ranking, ranked, wordsOf, limit)
        : rankAll(ranked, wordsOf, limit);
      const kept = new Set(listed.map(({ text }) => text));
      for (const text of words.keys()) if (!kept.has(text)) words.delete(text);
      return listsIn(ranking);
    },
  };
};
