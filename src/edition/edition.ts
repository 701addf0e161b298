import type { AuthorCopy } from '../schemas/author.ts';
import type { FrontLayout } from '../schemas/front.ts';
import type { PageCopy } from '../schemas/page.ts';
import type { SectionCopy } from '../schemas/section.ts';
import { type Article, compare, newestFirst } from './article.ts';
import type { DescribedTopics } from '../schemas/topic.ts';
import { type Front, layOutFront } from './front.ts';
import { type ListedCorrection, listCorrections } from './corrections.ts';
import { traitsOf } from './kinds.ts';
import { isPublic } from './public.ts';
import { createLikeness } from './likeness.ts';
import { type SectionTree, sectionTree } from './section-tree.ts';
import { gatherTopics, type Topics } from './topics.ts';

export type Section = SectionCopy & { id: string };
export type Author = AuthorCopy<unknown> & { id: string };
export type Page = PageCopy & { id: string };

/** What an edition is made of: every entry, and the moment that decides. */
export interface Material<A extends Article, P extends Page = Page, W extends Author = Author> {
  articles: readonly A[];
  sections: readonly Section[];
  authors: readonly W[];
  pages: readonly P[];
  /** What the paper says of its topics. */
  topics?: DescribedTopics;
  moment: Date;
  /** The publication's language, a BCP 47 tag. */
  language: string;
}

/** Everything fit to publish at one moment. Every list on every page is asked of it. */
export interface Edition<A extends Article, P extends Page = Page, W extends Author = Author> {
  moment: Date;
  /** Newest first; ties by id. */
  articles: readonly A[];
  /** By order, then title. */
  sections: readonly Section[];
  authors: readonly W[];
  pages: readonly P[];
  section: (id: string) => Section;
  /** Which sections are parts of which. */
  tree: SectionTree<Section>;
  topics: Topics<A>;
  author: (id: string) => W;
  article: (id: string) => A | undefined;
  /** The stories of a section and of its parts. */
  inSection: (id: string) => readonly A[];
  byAuthor: (id: string) => readonly A[];
  /** The stories of a topic, under whichever of its names. */
  onTopic: (topic: string) => readonly A[];
  /** The articles of a month, `2025-02`, by the day that the editor wrote. */
  inMonth: (month: string) => readonly A[];
  /** The months that have stories, the latest first. */
  months: () => string[];
  /** Newest first. */
  corrections: () => ListedCorrection<A>[];
  /** Ranked picks first, then the newest that nobody paid for; never `except`. */
  mustRead: (limit: number, except?: string) => A[];
  /** Editor's picks, then what is most like it in text and topics; never the article itself, never the unrelated. */
  related: (article: A, limit: number) => A[];
  /** The front page, as the editor's layout says; without one, by dates, kinds and ranks. */
  front: (layout?: FrontLayout, mustReadCount?: number) => Front<A>;
}

const groupedBy = <A>(articles: readonly A[], keys: (article: A) => string[]): Map<string, A[]> => {
  const groups = new Map<string, A[]>();
  for (const article of articles) {
    for (const key of new Set(keys(article))) {
      const group = groups.get(key);
      if (group) group.push(article);
      else groups.set(key, [article]);
    }
  }
  return groups;
};

/** So many more are looked at, as some may be left out because somebody paid for them. */
const paidLeeway = 12;

const required = <T>(value: T | undefined, what: string, id: string): T => {
  if (value === undefined) throw new Error(`There is no ${what} "${id}" in this edition.`);
  return value;
};

/** Makes the edition of a moment from all entries. Deterministic: the same material gives the same lists. */
export const createEdition = <A extends Article, P extends Page, W extends Author>(
  material: Material<A, P, W>,
): Edition<A, P, W> => {
  const { moment } = material;
  const articles = material.articles
    .filter((article) => isPublic(article, moment))
    .sort(newestFirst);
  const sections = [...material.sections].sort(
    (a, b) => a.order - b.order || compare(a.title, b.title) || compare(a.id, b.id),
  );
  const authors = [...material.authors].sort(
    (a, b) => compare(a.name, b.name) || compare(a.id, b.id),
  );
  const pages = [...material.pages].sort(
    (a, b) => compare(a.title, b.title) || compare(a.id, b.id),
  );

  const byId = new Map(articles.map((article) => [article.id, article]));
  const sectionById = new Map(sections.map((section) => [section.id, section]));
  const authorById = new Map(authors.map((author) => [author.id, author]));
  const tree = sectionTree(sections);
  const bySection = groupedBy(articles, ({ section }) => tree.wayTo(section).map(({ id }) => id));
  const byAuthor = groupedBy(articles, (article) => article.authors);
  const topics = gatherTopics(articles, material.topics ?? {});
  const byMonth = groupedBy(articles, ({ published }) => [published.slice(0, 7)]);

  const picks = articles
    .filter(({ mustRead }) => mustRead !== undefined)
    .sort((a, b) => (a.mustRead ?? 0) - (b.mustRead ?? 0) || newestFirst(a, b));
  const unpaid = articles.filter(({ kind }) => !traitsOf(kind).paid);
  const mustReadOrder = [...new Set([...picks, ...unpaid])];

  // Synonyms count as one topic.
  const likeness = createLikeness(
    articles.map((article) => ({ ...article, topics: topics.of(article).map(({ slug }) => slug) })),
    material.language,
  );

  /** Asked for twice: by a page's key, and by the page. */
  const relatedTo = new Map<string, A[]>();

  const inSection = (id: string): readonly A[] => bySection.get(id) ?? [];

  return {
    moment,
    articles,
    sections,
    authors,
    pages,
    section: (id) => required(sectionById.get(id), 'section', id),
    author: (id) => required(authorById.get(id), 'author', id),
    article: (id) => byId.get(id),
    tree,
    topics,
    inSection,
    byAuthor: (id) => byAuthor.get(id) ?? [],
    onTopic: (topic) => topics.named(topic)?.articles ?? [],
    inMonth: (month) => byMonth.get(month) ?? [],
    months: () => [...byMonth.keys()].sort().reverse(),
    corrections: () => listCorrections(articles),
    mustRead: (limit, except) => {
      const list: A[] = [];
      for (const article of mustReadOrder) {
        if (list.length === limit) break;
        if (article.id !== except) list.push(article);
      }
      return list;
    },
    related: ({ id, related }, limit) => {
      const asked = `${id} ${String(limit)}`;
      const list =
        relatedTo.get(asked) ??
        likeness
          .related(id, limit + paidLeeway, related)
          .flatMap((other) => byId.get(other) ?? [])
          .filter((other) => related.includes(other.id) || !traitsOf(other.kind).paid)
          .slice(0, limit);
      relatedTo.set(asked, list);
      return list;
    },
    front: (layout, mustReadCount) =>
      layOutFront(
        {
          articles,
          sections: tree.top,
          picks,
          article: (id) => byId.get(id),
          inSection,
          onTopic: (topic) => topics.named(topic)?.articles ?? [],
        },
        layout,
        mustReadCount,
      ),
  };
};
