import type { ArticleCopy } from '../schemas/article.ts';
import type { DescribedTopics } from '../schemas/topic.ts';
import { isShown, type Scope } from './public.ts';
import type { Ranked } from './ranking.ts';
import { gatherTopics, type Topics } from './topics.ts';

/** A story of the copy. */
interface Filed {
  id: string;
  data: ArticleCopy;
}

/** The stories of a paper that an edition lists, and their topics as the edition names them. */
export interface Listed<S extends Filed> {
  stories: readonly S[];
  topicsOf: Topics<unknown>['of'];
}

/** Gathers the topics of stories as the edition does, so that synonyms count as one topic. */
export const withTopics = <S extends Filed>(
  stories: readonly S[],
  described: DescribedTopics,
): Listed<S> => {
  // Without the rest of the stories: a body may not be read yet.
  const topics = gatherTopics(
    stories.map(({ id, data: { published, topics } }) => ({ id, published, topics })),
    described,
  );
  return { stories, topicsOf: topics.of };
};

/**
 * The stories as they are ranked: with their topics by their slugs.
 * @param textOf a name for the words of a story
 */
export const rankedOf = <S extends Filed>(
  { stories, topicsOf }: Listed<S>,
  textOf: (story: S) => string,
): Ranked[] =>
  stories.map((story) => {
    const { section, published, related } = story.data;
    const topics = topicsOf(story.data).map(({ slug }) => slug);
    return { id: story.id, section, published, related, topics, text: textOf(story) };
  });

/** Finds the stories that an edition lists: those that it shows, unless they are withdrawn. */
export const listedIn = <S extends Filed>(
  { articles, topics }: { articles: readonly S[]; topics: DescribedTopics },
  scope: Scope,
): Listed<S> =>
  withTopics(
    articles.filter(({ data }) => isShown(data, scope) && data.withdrawn === undefined),
    topics,
  );
