import { type Article, newestFirst } from './article.ts';

/** What the ranking asks of an edition. */
export interface Stacks<A extends Article> {
  pick: (id: string) => A | undefined;
  /** The topics of an article, each with all its articles. */
  topicsOf: (article: A) => readonly { articles: readonly A[] }[];
  inSection: (id: string) => readonly A[];
  /** How many articles the edition has. */
  total: number;
}

/**
 * Related News for one article: the editor's picks in their order, then articles that share topics
 * (a topic counts the more the rarer it is: log of total over its number of articles), then the newest of the
 * section. Never the article itself, never one twice, and nothing that shares neither topic nor section.
 */
export const rankRelated = <A extends Article>(
  article: A,
  limit: number,
  { pick, topicsOf, inSection, total }: Stacks<A>,
): A[] => {
  const scores = new Map<A, number>();
  for (const { articles: sharing } of topicsOf(article)) {
    const weight = Math.log((total + 1) / sharing.length);
    for (const other of sharing) scores.set(other, (scores.get(other) ?? 0) + weight);
  }
  const byTopic = [...scores]
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || newestFirst(a, b))
    .map(([other]) => other);
  const picks = article.related.map(pick).filter((other) => other !== undefined);
  const list = new Set([...picks, ...byTopic, ...inSection(article.section).slice(0, limit + 1)]);
  list.delete(article);
  return [...list].slice(0, limit);
};
