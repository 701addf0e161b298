import { type DescribedTopics, topicKey, topicName } from '../schemas/topic.ts';
import { type Article, compare, sortedOldestFirst } from './article.ts';
import { topicSlugs } from './topic-slug.ts';

/** A topic with all its stories, whichever of its names they use. */
export interface Topic<A> {
  /** Its slug in addresses. */
  slug: string;
  /** Its name, as the paper spells it. */
  title: string;
  text?: string | undefined;
  /** Newest first. */
  articles: A[];
}

/** The topics of an edition. */
export interface Topics<A> {
  /** Sorted by slug; only topics with stories. */
  all: readonly Topic<A>[];
  /** A topic by any of its spellings and synonyms. */
  named: (name: string) => Topic<A> | undefined;
  /** The topics of a story, in the order that it names them. */
  of: (article: Pick<Article, 'topics'>) => Topic<A>[];
}

/** Maps the key of each synonym to its topic's key, and the key of each described topic to itself. */
const canonicalKeys = (described: DescribedTopics): Map<string, string> =>
  new Map(
    Object.entries(described).flatMap(([name, { synonyms }]) =>
      [...synonyms, name].map((each): [string, string] => [topicKey(each), topicKey(name)]),
    ),
  );

/** The spelling that most stories use; of equally frequent ones, the one that came first. */
const mostFrequent = (spellings: Map<string, number>): string | undefined => {
  let found: { spelling: string; count: number } | undefined;
  for (const [spelling, count] of spellings) {
    if (!found || count > found.count) found = { spelling, count };
  }
  return found?.spelling;
};

/**
 * Gathers the topics of an edition.
 * @param articles its articles, newest first
 * @param described what `topics.yaml` says
 */
export const gatherTopics = <A extends Pick<Article, 'id' | 'published' | 'topics'>>(
  articles: readonly A[],
  described: DescribedTopics,
): Topics<A> => {
  const canonical = canonicalKeys(described);
  // Cached, because thousands of stories name the same few hundred topics.
  const known = new Map<string, { key: string; spelling: string | undefined }>();
  const read = (name: string): { key: string; spelling: string | undefined } => {
    const own = topicKey(name);
    const key = canonical.get(own) ?? own;
    // A synonym is another name, not another spelling.
    const found = { key, spelling: own === key ? topicName(name) : undefined };
    known.set(name, found);
    return found;
  };
  const keyOf = (name: string): string => (known.get(name) ?? read(name)).key;

  const spellings = new Map<string, Map<string, number>>();
  // What is nearly in order is soon sorted.
  for (const { topics } of sortedOldestFirst(articles.toReversed())) {
    for (const name of topics) {
      const { key, spelling } = known.get(name) ?? read(name);
      const counts = spellings.get(key) ?? new Map<string, number>();
      spellings.set(key, counts);
      if (spelling !== undefined) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
    }
  }

  const descriptions = new Map(
    Object.entries(described).map(([name, description]) => [
      topicKey(name),
      { name, ...description },
    ]),
  );
  const slugs = topicSlugs([...spellings.keys()]);
  const byKey = new Map(
    [...spellings].map(([key, counts]) => {
      const { name, title, text } = descriptions.get(key) ?? {};
      const topic: Topic<A> = {
        slug: slugs.get(key) ?? '',
        title: title ?? mostFrequent(counts) ?? name ?? key,
        text,
        articles: [],
      };
      return [key, topic];
    }),
  );
  const of = (names: readonly string[]): Topic<A>[] => {
    const found: Topic<A>[] = [];
    for (const name of names) {
      const topic = byKey.get(keyOf(name));
      if (topic && !found.includes(topic)) found.push(topic);
    }
    return found;
  };
  for (const article of articles) {
    for (const topic of of(article.topics)) topic.articles.push(article);
  }

  return {
    all: [...byKey.values()].sort((a, b) => compare(a.slug, b.slug)),
    named: (name) => byKey.get(keyOf(name)),
    of: ({ topics }) => of(topics),
  };
};
