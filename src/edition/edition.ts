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
import { createLikeness } from './likeness.ts';
import { isPublic } from './public.ts';

export type { Author, Section } from './catalogue.ts';
export type Page = PageCopy & { id: string };

/** What an edition is made of: every entry, and the moment that decides. */
export interface Material<
  A extends Article,
  P extends Page = Page,
  W extends Author = Author,
> extends CatalogueMaterial<A, W> {
  pages: readonly P[];
  moment: Date;
  /** The publication's language, a BCP 47 tag. */
  language: string;
}

/** Everything fit to publish at one moment. Every list on every page is asked of it. */
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
  /** Ranked picks first, then the newest that nobody paid for; never `except`. */
  mustRead: (limit: number, except?: string) => A[];
  /** Editor's picks, then what is most like it in text and topics; never the article itself, never the unrelated. */
  related: (article: A, limit: number) => A[];
  /** The front page, as the editor's layout says; without one, by dates, kinds and ranks. */
  front: (layout?: FrontLayout, mustReadCount?: number) => Front<A>;
}

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
  const catalogue = createCatalogue({
    ...material,
    articles: material.articles.filter((article) => isPublic(article, moment)),
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

  // Synonyms count as one topic.
  const likeness = createLikeness(
    articles.map((article) => ({ ...article, topics: topics.of(article).map(({ slug }) => slug) })),
    material.language,
  );

  /** Asked for twice: by a page's key, and by the page. */
  const relatedTo = new Map<string, A[]>();

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
          onTopic,
        },
        layout,
        mustReadCount,
      ),
  };
};
