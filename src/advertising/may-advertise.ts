import type { Topics } from '../edition/topics.ts';
import type { Advertising } from '../schemas/advertising.ts';

/** What matters about a story for advertising: its editor's choice, and its topics. */
interface Advertisable {
  ads: boolean;
  topics: string[];
}

/**
 * Whether a page may carry advertising. Every slot uses this one answer. A story may, unless its editor says no or it
 * has a sensitive topic, under any of the topic's names. Any other page may.
 */
export const mayAdvertise = (
  story: Advertisable | undefined,
  { sensitiveTopics }: Pick<Advertising, 'sensitiveTopics'>,
  topics: Pick<Topics<unknown>, 'named' | 'of'>,
): boolean => {
  if (!story) return true;
  const sensitive = new Set(sensitiveTopics.map((name) => topics.named(name)?.slug));
  return story.ads && !topics.of(story).some(({ slug }) => sensitive.has(slug));
};
