import { type Article, compare } from './article.ts';
import type { Topic, Topics } from './topics.ts';

/** A topic that only one story of a list has leads no further. */
const fewest = 2;

/**
 * The topics that most stories of a list share, to read on by: the most frequent first; of equally frequent ones, the
 * one whose newest story is nearer to the top.
 * @param articles the list, newest first
 */
export const frequentTopics = <A extends Pick<Article, 'topics'>>(
  articles: readonly A[],
  topics: Pick<Topics<A>, 'of'>,
  limit: number,
): Topic<A>[] => {
  const counts = new Map<Topic<A>, number>();
  for (const article of articles) {
    for (const topic of topics.of(article)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const order = [...counts.keys()];
  const place = new Map(order.map((topic, n) => [topic, n]));
  return order
    .filter((topic) => (counts.get(topic) ?? 0) >= fewest)
    .sort(
      (a, b) =>
        (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
        (place.get(a) ?? 0) - (place.get(b) ?? 0) ||
        compare(a.slug, b.slug),
    )
    .slice(0, limit);
};
