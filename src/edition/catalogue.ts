import type { AuthorCopy } from '../schemas/author.ts';
import type { SectionCopy } from '../schemas/section.ts';
import type { DescribedSeries } from '../schemas/series.ts';
import type { DescribedTopics } from '../schemas/topic.ts';
import { type Article, compare, sortedNewestFirst } from './article.ts';
import { type ListedChange, listChanges } from './change-notes.ts';
import { type AllSeries, gatherSeries } from './series.ts';
import { type SectionTree, sectionTree } from './section-tree.ts';
import { gatherTopics, type Topics } from './topics.ts';

export type Section = SectionCopy & { id: string };
export type Author = AuthorCopy<unknown> & { id: string };

/** What a catalogue is made of, in any order. */
export interface CatalogueMaterial<A extends Article, W extends Author = Author> {
  articles: readonly A[];
  /** Whether withdrawn stories stay in the lists, for feeds: their items become notices. */
  keepsWithdrawn?: boolean;
  sections: readonly Section[];
  authors: readonly W[];
  /** What `topics.yaml` says. */
  topics?: DescribedTopics;
  /** What `series.yaml` says. */
  series?: DescribedSeries;
}

/** Stories by everything they are filed under. What is published is decided by the edition, not here. */
export interface Catalogue<A extends Article, W extends Author = Author> {
  /** Newest first; ties by id. */
  articles: readonly A[];
  /** Likewise, those that have a page and are in no list. */
  withdrawn: readonly A[];
  /** By order, then title. */
  sections: readonly Section[];
  authors: readonly W[];
  /** How the sections are nested. */
  tree: SectionTree<Section>;
  topics: Topics<A>;
  series: AllSeries<A>;
  /** The stories of a section and of the sections within it. */
  inSection: (id: string) => readonly A[];
  byAuthor: (id: string) => readonly A[];
  /** The stories of a topic, under whichever of its names. */
  onTopic: (topic: string) => readonly A[];
  /** The stories of a month, `2025-02`, by the date as the editor wrote it. */
  inMonth: (month: string) => readonly A[];
  /** The months that have stories, newest first. */
  months: () => string[];
  /** Every note on a change, newest first. */
  changes: () => ListedChange<A>[];
}

const groupedBy = <A>(articles: readonly A[], keys: (article: A) => string[]): Map<string, A[]> => {
  const groups = new Map<string, A[]>();
  for (const article of articles) {
    const all = keys(article);
    for (const key of all.length > 1 ? new Set(all) : all) {
      const group = groups.get(key);
      if (group) group.push(article);
      else groups.set(key, [article]);
    }
  }
  return groups;
};

/** Files stories by section, author, topic and month, without those that are withdrawn. Deterministic: the same material gives the same lists. */
export const createCatalogue = <A extends Article, W extends Author>(
  material: CatalogueMaterial<A, W>,
): Catalogue<A, W> => {
  const all = sortedNewestFirst(material.articles);
  const withdrawn = all.filter((article) => article.withdrawn !== undefined);
  const articles = material.keepsWithdrawn
    ? all
    : all.filter((article) => article.withdrawn === undefined);
  const sections = [...material.sections].sort(
    (a, b) => a.order - b.order || compare(a.title, b.title) || compare(a.id, b.id),
  );
  const authors = [...material.authors].sort(
    (a, b) => compare(a.name, b.name) || compare(a.id, b.id),
  );
  const tree = sectionTree(sections);
  const ways = new Map(sections.map(({ id }) => [id, tree.wayTo(id).map((each) => each.id)]));
  const bySection = groupedBy(articles, ({ section }) => ways.get(section) ?? []);
  const byAuthor = groupedBy(articles, (article) => article.authors);
  const topics = gatherTopics(articles, material.topics ?? {});
  const byMonth = groupedBy(articles, ({ published }) => [published.slice(0, 7)]);
  return {
    articles,
    withdrawn,
    sections,
    authors,
    tree,
    topics,
    series: gatherSeries(articles, material.series ?? {}),
    inSection: (id) => bySection.get(id) ?? [],
    byAuthor: (id) => byAuthor.get(id) ?? [],
    onTopic: (topic) => topics.named(topic)?.articles ?? [],
    inMonth: (month) => byMonth.get(month) ?? [],
    months: () => [...byMonth.keys()].sort().reverse(),
    changes: () => listChanges(all),
  };
};
