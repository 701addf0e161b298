import { type CountedTerms, createTermCounter } from '../edition/counted-terms.ts';
import { type Likeness, partsOf } from '../edition/likeness.ts';
import {
  listRelated,
  rankedPerStory,
  type RelatedLists,
  withTopicSlugs,
} from '../edition/related-lists.ts';
import type { ArticleCopy } from '../schemas/article.ts';
import type { Publication } from '../schemas/publication.ts';
import type { DescribedTopics } from '../schemas/topic.ts';

/** A story that was saved; without data, it is gone. */
export interface SavedStory {
  id: string;
  data?: ArticleCopy;
  body: string;
}

/** The words of a story are counted when it is saved, and not again when lists are made. */
interface CountedStory {
  id: string;
  data: ArticleCopy;
  terms: CountedTerms;
}

/** Lists the related stories of a paper that is being written. */
export const createRelated = (
  topics: DescribedTopics,
  { language, lists }: Pick<Publication, 'language' | 'lists'>,
) => {
  const stories = new Map<string, CountedStory>();
  const count = createTermCounter(language);
  return {
    follow: ({ id, data, body }: SavedStory): void => {
      if (data) stories.set(id, { id, data, terms: count(partsOf({ ...data, body })) });
      else stories.delete(id);
    },
    list: (): RelatedLists => {
      const listed = [...stories.values()].filter(({ data }) => data.withdrawn === undefined);
      return listRelated(
        withTopicSlugs(listed, topics).map(({ data, ...story }) => ({ ...data, ...story })),
        ({ terms }) => terms,
        rankedPerStory(lists),
      );
    },
  };
};

/** Answers from lists that may be a little older than the stories; the editor’s picks are always those of now. */
export const likenessWithPicks = ({ ids, lists }: RelatedLists): Likeness => {
  const byId = new Map(ids.map((id, place) => [id, lists[place] ?? []]));
  return {
    related: (id, limit, picks = []) => {
      const listed = (byId.get(id) ?? []).flatMap((place) => ids[place] ?? []);
      return [...new Set([...picks, ...listed])].filter((other) => other !== id).slice(0, limit);
    },
  };
};
