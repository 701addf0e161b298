import { createHash } from 'node:crypto';
import type { Addresses } from './addresses.ts';
import { runningAds } from './advertising/slots.ts';
import type { CardEntry } from './cards/prepare-cards.ts';
import type { Article } from './edition/article.ts';
import type { Author, Edition } from './edition/edition.ts';
import type { Leaf } from './edition/leaves.ts';
import type { List } from './lists/registry.ts';
import type { FrontLayout } from './schemas/front.ts';
import type { Publication } from './schemas/publication.ts';

/** What only Astro knows of a story and its pictures. */
export interface StoryFacts<A extends Article> {
  /** A digest of its file. */
  file: (story: A) => string;
  /** Its frontmatter, each picture by the name of its file, which changes with the picture. */
  frontmatter: (story: A) => unknown;
  /** Digests of the pictures in its body. */
  bodyPictures: (story: A) => string[];
  /** The paper's own addresses that its body links to. */
  links: (story: A) => string[];
}

/** Everything that decides what pages and feeds show, beside the code and the publication's file. */
export interface PageKeyMaterial<A extends Article> {
  edition: Edition<A>;
  addresses: Addresses;
  publication: Pick<Publication, 'advertising' | 'lists'>;
  /** The editor's layout of the front page, which has the breaking news. */
  frontLayout: Pick<FrontLayout, 'breaking'> | undefined;
  /** The social cards, by the path of the page that each stands for. */
  cards: Readonly<Record<string, CardEntry>>;
  /** The files of the pictures in the advertisements. */
  adPictures: readonly string[];
  /** An author's picture, by the name of its file. */
  portrait: (author: Author) => unknown;
  facts: StoryFacts<A>;
  /** The text page that stands for an address: see `lists/text-pages.ts`. */
  textPageOf: (address: string) => string;
}

/**
 * The keys by which printed pages and feeds are used again: one is, if its key, the code and the publication's file are
 * what they were. So a key must hold everything else that the page shows: too much in it costs time, too little leaves
 * something on show that is no longer true.
 */
export interface PageKeys<A extends Article> {
  /** A story's page, which shows others beside it. */
  story: (story: A) => string;
  /** A story's page in the text edition: whether its links have text pages depends on other stories. */
  text: (story: A) => string;
  /** A page of a list. */
  list: (list: List<A>, leaf: Leaf<A>) => string;
  /** A feed of these stories; undefined without any, as an empty feed gives its edition's moment. */
  feed: (list: List<A>, stories: readonly A[]) => string | undefined;
}

const digestOf = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

const once = <A extends object>(digest: (story: A) => string): ((story: A) => string) => {
  const known = new WeakMap<A, string>();
  return (story) => {
    const found = known.get(story) ?? digest(story);
    known.set(story, found);
    return found;
  };
};

/** Makes the keys of an edition's pages and feeds. */
export const createPageKeys = <A extends Article>({
  edition,
  addresses,
  publication: { advertising, lists },
  frontLayout,
  cards,
  adPictures,
  portrait,
  facts,
  textPageOf,
}: PageKeyMaterial<A>): PageKeys<A> => {
  const { moment, sections, authors, pages, topics } = edition;
  const breaking = frontLayout?.breaking;

  /** What stands on every page, or on so many that it is not worth telling them apart. */
  const frame = digestOf(
    runningAds(advertising, moment),
    adPictures,
    breaking,
    breaking && moment.getTime() < Date.parse(breaking.until),
    sections,
    authors.map((author) => [{ ...author, picture: undefined }, portrait(author)]),
    pages.map(({ id, title }) => [id, title]),
  );

  /** @param path the address by which the page's card is known */
  const keyOf = (path: string, ...parts: unknown[]): string =>
    digestOf(frame, cards[path] ?? cards[addresses.front], ...parts);

  /** All that any page shows of a story: its file, its pictures, the topics as they are spelt now. */
  const whole = once<A>((story) =>
    digestOf(
      facts.file(story),
      addresses.article(story),
      facts.frontmatter(story),
      facts.bodyPictures(story),
      topics.of(story).map(({ slug, title }) => [slug, title]),
    ),
  );

  /** All that other pages show of a story: what stands above its body. */
  const teaser = once<A>((story) => digestOf(addresses.article(story), facts.frontmatter(story)));

  return {
    story: (story) =>
      keyOf(
        addresses.article(story),
        whole(story),
        edition.related(story, lists.related).map(teaser),
        edition.mustRead(lists.mustRead, story.id).map(teaser),
      ),
    text: (story) =>
      keyOf(addresses.article(story), whole(story), facts.links(story).map(textPageOf)),
    list: ({ title, description, path }, { number, count, articles }) =>
      keyOf(path, title, description, path, number, count, articles.map(teaser)),
    feed: ({ title, description, path }, stories) =>
      stories.length === 0
        ? undefined
        : digestOf(
            { title, description, path },
            stories.map((story) => [
              whole(story),
              edition.section(story.section).title,
              story.authors.map((id) => edition.author(id).name),
            ]),
          ),
  };
};
