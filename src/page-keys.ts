import { hash } from 'node:crypto';
import type { Addresses } from './addresses.ts';
import { runningAds } from './advertising/slots.ts';
import type { CardEntry } from './cards/prepare-cards.ts';
import { yearsToTell } from './edition/age.ts';
import type { Article } from './edition/article.ts';
import type { Author, Edition } from './edition/edition.ts';
import type { Leaf } from './edition/leaves.ts';
import { relatedPerStory } from './edition/related-lists.ts';
import type { FindablePage } from './lists/findable.ts';
import type { List } from './lists/registry.ts';
import { topicChips } from './lists/topic-chips.ts';
import type { FrontLayout } from './schemas/front.ts';
import type { Publication } from './schemas/publication.ts';

/** What only Astro knows about a story and its pictures. */
export interface StoryFacts<A extends Article> {
  /** A digest of its file, of the pictures that it names and of the files that it links to. */
  file: (story: A) => string;
  /** Its frontmatter, with each picture replaced by the name of its file, which changes with the picture. */
  frontmatter: (story: A) => unknown;
  /** The name of the file of its lead image. */
  picture: (story: A) => string | undefined;
  /** The public versions of its words, if there was more than one. */
  versions: (story: A) => unknown;
  /** One of them, by its number from 1: its words, and from when until when readers had it. */
  version: (story: A, number: number) => unknown;
  /** The paper's own addresses that its body links to. */
  links: (story: A) => string[];
}

/** Everything that decides what pages and feeds show, apart from the code and the publication file. */
export interface PageKeyMaterial<A extends Article> {
  edition: Edition<A>;
  addresses: Addresses;
  publication: Pick<Publication, 'advertising' | 'lists'>;
  /** The editor's layout of the front page, for its breaking news. */
  frontLayout: Pick<FrontLayout, 'breaking'> | undefined;
  /** The topics of the day that have stories. */
  nowTopics: readonly { slug: string; title: string }[];
  /** The social cards, by the path of each card's page. */
  cards: Readonly<Record<string, CardEntry>>;
  /** The files of the pictures in the advertisements. */
  adPictures: readonly string[];
  /** Stands for an author's picture: the name of its file and its alternative text. */
  portrait: (author: Author) => unknown;
  facts: StoryFacts<A>;
  /** Whether the paper's theme may show anything of a story where it is listed: its body, its length, its corrections. */
  teasersShowWholeStories: boolean;
  /** The text page for an address: see `lists/text-pages.ts`. */
  textPageOf: (address: string) => string;
}

/**
 * The keys that decide which pages and feeds an incremental build reuses: those whose key has not changed since the
 * last edition, provided that the code and the publication file have not either. So a key must cover everything else
 * that the page shows. Too much in it costs time; too little leaves outdated pages on air.
 */
export interface PageKeys<A extends Article> {
  /** A story's page, which also shows other stories. */
  story: (story: A) => string;
  /** What open pages of a live story ask for. */
  live: (story: A) => string;
  /** A story's page in the text edition. Whether its links have text pages depends on other stories. */
  text: (story: A) => string;
  /** A page that shows nothing but the story: what changed in it, or its text for others to publish. */
  alone: (story: A) => string;
  /** That of an earlier version, by its number. It does not change when the story does once more. */
  version: (story: A, number: number) => string;
  /** The list of a story's earlier versions for machines. */
  timemap: (story: A) => string;
  /** A page of a list. */
  list: (list: List<A>, leaf: Leaf<A>) => string;
  /** The page of a year or month in the archive, which also leads to those before and after it. */
  archive: (list: List<A>, earlier: string | undefined, later: string | undefined) => string;
  /** A sitemap of these pages. */
  sitemap: (name: string, pages: readonly FindablePage<A>[]) => string;
  /** A feed of these stories; undefined without any, because an empty feed shows the edition's moment. */
  feed: (list: List<A>, stories: readonly A[]) => string | undefined;
}

const digestOf = (...parts: unknown[]): string =>
  hash('sha256', JSON.stringify(parts)).slice(0, 32);

const memoised = <A extends object>(digest: (story: A) => string): ((story: A) => string) => {
  const known = new Map<A, string>();
  return (story) => {
    const found = known.get(story);
    if (found !== undefined) return found;
    const made = digest(story);
    known.set(story, made);
    return made;
  };
};

/** Makes the keys of an edition's pages and feeds. */
export const createPageKeys = <A extends Article>({
  edition,
  addresses,
  publication: { advertising, lists },
  frontLayout,
  nowTopics,
  cards,
  adPictures,
  portrait,
  facts,
  teasersShowWholeStories,
  textPageOf,
}: PageKeyMaterial<A>): PageKeys<A> => {
  const { moment, sections, authors, pages, topics } = edition;
  const breaking = frontLayout?.breaking;

  /** What is on every page, or on so many that telling them apart is not worth it. */
  const frame = digestOf(
    runningAds(advertising, moment),
    adPictures,
    breaking,
    breaking && moment.getTime() < Date.parse(breaking.until),
    sections,
    authors.map((author) => [{ ...author, picture: undefined }, portrait(author)]),
    pages.map(({ id, title }) => [id, title]),
    nowTopics,
  );

  /** @param path the address that the page's card is looked up by */
  const keyOf = (path: string, ...parts: unknown[]): string =>
    digestOf(frame, cards[path] ?? cards[addresses.front], ...parts);

  /** What is above the body of a story. */
  const head = memoised<A>((story) => digestOf(addresses.article(story), facts.frontmatter(story)));

  /** Everything that any page shows of a story: its file, its pictures, and the current spelling of its topics. */
  const whole = memoised<A>((story) =>
    digestOf(
      facts.file(story),
      head(story),
      // That of a live story follows from its entries, as far as their time has come.
      story.updated,
      facts.versions(story),
      topics.of(story).map(({ slug, title }) => [slug, title]),
    ),
  );

  /** What other pages show of a story, as far as the theme may show it. */
  const teaser = teasersShowWholeStories ? whole : head;

  /** The moment that the page of a running story compares with that of what it asks for. */
  const asOf = ({ state }: A, ...states: A['state'][]): unknown =>
    states.includes(state) && moment.getTime();

  /** What any page says of a story's series, which grows without it. */
  const partOf = (story: A): unknown => {
    const place = edition.series.placeOf(story);
    return place && [place.series.title, place.count];
  };

  /** What its page and its text page link to in its series. */
  const besideIn = (story: A): unknown => {
    const { previous, next } = edition.series.placeOf(story) ?? {};
    return [previous, next].map((part) => part && teaser(part));
  };

  /** What a story's page and its text page have in common. */
  const shared = memoised<A>((story) =>
    keyOf(
      addresses.article(story),
      whole(story),
      partOf(story),
      besideIn(story),
      yearsToTell(story, moment),
    ),
  );

  return {
    story: (story) =>
      digestOf(
        shared(story),
        asOf(story, 'live'),
        edition.related(story, relatedPerStory(lists)).map(teaser),
        edition.mustRead(lists.mustRead, story.id).map(teaser),
        Object.values(edition.neighbours(story)).map((other?: A) => other && teaser(other)),
      ),
    live: (story) => digestOf(addresses.live(story), whole(story), asOf(story, 'live', 'paused')),
    text: (story) => digestOf(shared(story), facts.links(story).map(textPageOf)),
    alone: (story) => keyOf(addresses.article(story), whole(story)),
    version: (story, number) => {
      const { headline, section } = story;
      const words = facts.version(story, number);
      return keyOf(addresses.article(story), headline, section, number, words);
    },
    timemap: (story) => digestOf(addresses.timemap(story), facts.versions(story)),
    list: (list, leaf) => {
      const { kind, title, description, path, above, section } = list;
      const { number, count, articles } = leaf;
      return keyOf(
        path,
        { title, description, path, above, section },
        topicChips(list, leaf, edition),
        number,
        count,
        articles.map(teaser),
        kind === 'series' && articles.map(partOf),
      );
    },
    archive: ({ title, description, path, stories }, earlier, later) =>
      keyOf(path, { title, description, path }, earlier, later, stories.map(teaser)),
    sitemap: (name, pages) =>
      digestOf(
        name,
        pages.map(({ path, changed, story }) => [path, changed, story && facts.picture(story)]),
      ),
    feed: ({ title, description, path }, stories) =>
      stories.length === 0
        ? undefined
        : digestOf(
            { title, description, path },
            stories.map((story) => [
              whole(story),
              edition.section(story.section).title,
              story.authors.map((id) => edition.author(id).name),
              partOf(story),
            ]),
          ),
  };
};

/** Keys of an edition that is never printed, and so never used again: making them would take longer than showing a page. */
export const noPageKeys: PageKeys<Article> = {
  story: () => '',
  live: () => '',
  text: () => '',
  alone: () => '',
  version: () => '',
  timemap: () => '',
  list: () => '',
  archive: () => '',
  sitemap: () => '',
  feed: () => undefined,
};
