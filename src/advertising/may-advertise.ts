import type { Topics } from '../edition/topics.ts';
import type { Advertising } from '../schemas/advertising.ts';

/** A story as far as advertising asks: what its editor says, and what it is about. */
interface Advertisable {
  ads: boolean;
  topics: string[];
}

/**
 * Whether a page may carry advertising: the one answer that every slot goes by. A story may unless its editor says no
 * or it is on a sensitive topic, whatever name it uses for that; a page that is no story may.
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
