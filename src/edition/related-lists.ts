import type { ArticleCopy } from '../schemas/article.ts';
import type { Publication } from '../schemas/publication.ts';
import type { DescribedTopics } from '../schemas/topic.ts';
import type { CountedTerms } from './counted-terms.ts';
import { candidatesFor } from './edition.ts';
import { relatedToLead } from './front.ts';
import { createLikeness, type Likeness, type LikenessDocument } from './likeness.ts';
import { gatherTopics } from './topics.ts';

/** A story whose related stories are listed, with the editor's picks. */
export type Ranked = LikenessDocument & { related: readonly string[] };

/** How many related stories a story's page shows: the first may be a card within the text, beside Related News. */
export const relatedPerStory = ({ related }: Publication['lists']): number => related + 1;

/** How many are ranked for each story, so that its page and the front page find enough among them. */
export const rankedPerStory = (lists: Publication['lists']): number =>
  candidatesFor(Math.max(relatedPerStory(lists), relatedToLead));

/** Names the topics of stories by their slugs, as the edition does, so that synonyms count as one topic. */
export const withTopicSlugs = <S extends { id: string; data: ArticleCopy }>(
  stories: readonly S[],
  described: DescribedTopics,
): (S & { topics: string[] })[] => {
  const topics = gatherTopics(
    stories.map(({ id, data }) => ({ ...data, id })),
    described,
  );
  return stories.map((story) => ({
    ...story,
    topics: topics.of(story.data).map(({ slug }) => slug),
  }));
};

/** The related stories of every story, by their places among the ids. */
export interface RelatedLists {
  ids: readonly string[];
  lists: readonly (readonly number[])[];
  /** How many stories a list has at most. */
  limit: number;
}

/** Lists the related stories of all stories. */
export const listRelated = <D extends Ranked>(
  documents: readonly D[],
  countTerms: (document: D) => CountedTerms,
  limit: number,
): RelatedLists => {
  const { related } = createLikeness(documents, countTerms);
  const places = new Map(documents.map(({ id }, place) => [id, place]));
  return {
    ids: [...places.keys()],
    lists: documents.map(({ id, related: picks }) =>
      related(id, limit, picks).flatMap((other) => places.get(other) ?? []),
    ),
    limit,
  };
};

/**
 * Answers from lists what {@link createLikeness} would work out, because a shorter list is the beginning of a longer one.
 * The picks are those with which the lists were made.
 * @throws if more stories are wanted than the lists may have
 */
export const likenessIn = ({ ids, lists, limit: longest }: RelatedLists): Likeness => {
  const byId = new Map(ids.map((id, place) => [id, lists[place] ?? []]));
  return {
    related: (id, limit) => {
      if (limit > longest) {
        throw new Error(
          `Lists of ${String(longest)} related stories cannot answer for ${String(limit)}.`,
        );
      }
      return (byId.get(id) ?? []).slice(0, limit).flatMap((place) => ids[place] ?? []);
    },
  };
};
