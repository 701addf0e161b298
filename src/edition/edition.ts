import type { FrontLayout } from '../schemas/front.ts';
import type { PageCopy } from '../schemas/page.ts';
import { type Article, compare, newestFirst } from './article.ts';
import {
  type Author,
  type Catalogue,
  type CatalogueMaterial,
  createCatalogue,
  type Section,
} from './catalogue.ts';
import { type Front, layOutFront } from './front.ts';
import { traitsOf } from '../schemas/kinds.ts';
import { createTermCounter } from './counted-terms.ts';
import { createLikeness, type Likeness, partsOf } from './likeness.ts';
import { createNeighbours, type Neighbours } from './neighbours.ts';
import { isShown, type Scope } from './public.ts';

export type { Author, Section } from './catalogue.ts';
export type Page = PageCopy & { id: string };

/** What an edition is made of: every entry, and the moment that decides which of them are published. */
export interface Material<A extends Article, P extends Page = Page, W extends Author = Author>
  extends CatalogueMaterial<A, W>, Scope {
  pages: readonly P[];
  /** The publication's language, a BCP 47 tag. */
  language: string;
  /** Which stories are alike, where that was worked out ahead. */
  likeness?: Likeness | undefined;
}

/** Everything that is published at one moment. Every list on every page comes from it. */
export interface Edition<
  A extends Article,
  P extends Page = Page,
  W extends Author = Author,
> extends Catalogue<A, W> {
  moment: Date;
  pages: readonly P[];
  section: (id: string) => Section;
  author: (id: string) => W;
  article: (id: string) => A | undefined;
  /** Ranked picks first, then the newest stories that are not sponsored; never `except`. */
  mustRead: (limit: number, except?: string) => A[];
  /** The editor's picks, then the most similar stories; never the article itself, never unrelated ones. */
  related: (article: A, limit: number) => A[];
  /** The stories of its section just before and just after it, leaving out sponsored ones. */
  neighbours: (article: A) => Neighbours<A>;
  /** The front page, by the editor's layout or, without one, by dates, kinds and ranks. */
  front: (layout?: FrontLayout, mustReadCount?: number) => Front<A>;
}

/** How many stories are ranked for a list of related ones, because sponsored ones are left out afterwards. */
export const candidatesFor = (limit: number): number => limit + 12;

const required = <T>(value: T | undefined, what: string, id: string): T => {
  if (value === undefined) throw new Error(`There is no ${what} "${id}" in this edition.`);
  return value;
};

/** Makes the edition of a moment from all entries. Deterministic: the same material gives the same lists. */
export const createEdition = <A extends Article, P extends Page, W extends Author>(
  material: Material<A, P, W>,
): Edition<A, P, W> => {
  const { moment } = material;
  const catalogue = createCatalogue({
    ...material,
    articles: material.articles.filter((article) => isShown(article, material)),
  });
  const { articles, sections, authors, tree, topics, inSection, onTopic } = catalogue;
  const pages = [...material.pages].sort(
    (a, b) => compare(a.title, b.title) || compare(a.id, b.id),
  );
  const byId = new Map(articles.map((article) => [article.id, article]));
  const sectionById = new Map(sections.map((section) => [section.id, section]));
  const authorById = new Map(authors.map((author) => [author.id, author]));

  const picks = articles
    .filter(({ mustRead }) => mustRead !== undefined)
    .sort((a, b) => (a.mustRead ?? 0) - (b.mustRead ?? 0) || newestFirst(a, b));
  const unpaid = articles.filter(({ kind }) => !traitsOf(kind).paid);
  const mustReadOrder = [...new Set([...picks, ...unpaid])];

  const countTerms = createTermCounter(material.language);
  // By slug, so that synonyms count as one topic.
  const likeness =
    material.likeness ??
    createLikeness(
      articles.map((article) => ({
        ...article,
        topics: topics.of(article).map(({ slug }) => slug),
      })),
      (article) => countTerms(partsOf(article)),
    );

  /** Cached, because a page's key and the page both ask. */
  const relatedTo = new Map<number, Map<string, A[]>>();

  const related = ({ id, related: picked }: A, limit: number): A[] => {
    const cached = relatedTo.get(limit) ?? new Map<string, A[]>();
    relatedTo.set(limit, cached);
    const known = cached.get(id);
    if (known) return known;
    const among = (ids: readonly string[]): A[] => {
      const list: A[] = [];
      for (const other of ids) {
        if (list.length === limit) break;
        const article = byId.get(other);
        if (article && (picked.includes(other) || !traitsOf(article.kind).paid)) list.push(article);
      }
      return list;
    };
    // Most lists leave nobody out, and a shorter list is the beginning of a longer one.
    const first = among(likeness.related(id, limit, picked));
    const list =
      first.length === limit ? first : among(likeness.related(id, candidatesFor(limit), picked));
    cached.set(id, list);
    return list;
  };

  return {
    ...catalogue,
    moment,
    pages,
    section: (id) => required(sectionById.get(id), 'section', id),
    author: (id) => required(authorById.get(id), 'author', id),
    article: (id) => byId.get(id),
    mustRead: (limit, except) => {
      const list: A[] = [];
      for (const article of mustReadOrder) {
        if (list.length === limit) break;
        if (article.id !== except) list.push(article);
      }
      return list;
    },
    related,
    neighbours: createNeighbours(inSection),
    front: (layout, mustReadCount) =>
      layOutFront(
        {
          articles,
          sections: tree.top,
          picks,
          article: (id) => byId.get(id),
          inSection,
          onTopic,
          related,
        },
        layout,
        mustReadCount,
      ),
  };
};
