import type { Addresses } from '../addresses.ts';
import type { Article } from '../edition/article.ts';
import type { Catalogue } from '../edition/catalogue.ts';
import { leafLength } from '../edition/leaves.ts';
import type { FeedFormat } from '../feeds/format.ts';
import { feedFormats } from '../feeds/formats.ts';
import type { Almanac } from '../language/almanac.ts';
import type { Words } from '../language/words.ts';

/** What lists are made of. */
export interface ListMaterial<A extends Article> {
  catalogue: Catalogue<A>;
  addresses: Addresses;
  words: Words;
  almanac: Almanac;
  /** The publication's name, and the sentence under it. */
  paper: { name: string; tagline: string };
}

/** A list of stories that has an address. */
export interface ListedStories<A extends Article> {
  /** What it is about: the id of a section, the slug of a topic, a month such as `2025-02`. */
  id: string;
  title: string;
  /** The sentence under its title. */
  description: string;
  /** Its address with the base path: that of its first page. */
  path: string;
  /** Newest first. */
  stories: readonly A[];
  /** What lies between the front page and the list. */
  above?: { title: string; path: string }[];
  /** The section that its readers are in. */
  section?: string;
}

/** The feeds that every list of a kind has. */
export interface ListFeeds {
  formats: readonly FeedFormat[];
  /** How many of the newest items they carry. */
  length: number;
  /** What the feed calls itself, and what a reader who chooses among feeds is shown. */
  title: (list: string, paper: string, words: Words) => string;
  shownAs?: (list: string, words: Words) => string;
  /** The heading that the page of all feeds puts them under. */
  heading: (words: Words) => string;
  /** Whether that page shows those with the most stories first; else in the order of the paper. */
  mostStoriesFirst?: boolean;
  items: 'stories' | 'corrections';
  /** Who has the feed's address, as a mistake says it. */
  owner?: string;
}

/**
 * A kind of list: one of these, named in `registry.ts`, is all that the paper needs for it. Its pages, feeds, reserved
 * addresses, sitemaps and keys follow.
 */
export interface ListDefinition {
  /** Who has the lists' addresses, as a mistake says it; undefined where each list has a file of copy, which claims it. */
  owner: string | undefined;
  /** Addresses that the kind keeps from everything else beside those of its lists. */
  reserved?: (addresses: Addresses) => [address: string, owner: string][];
  /** `paginated`: stories, 20 a page, printed by `pages/[...list].astro`. `own`: a file of its own in `pages/`. */
  page: 'paginated' | 'own';
  /** The sitemap that its pages stand in. */
  sitemap: string;
  /** Whether search engines may show a list without stories. */
  findableWhenEmpty?: boolean;
  feeds?: ListFeeds;
  lists: <A extends Article>(material: ListMaterial<A>) => ListedStories<A>[];
}

/** The feeds of a list that readers follow: as many of the newest stories as its first page shows, in every format. */
export const followedStories: Omit<ListFeeds, 'heading'> = {
  formats: feedFormats,
  length: leafLength,
  title: (list, paper) => `${list} · ${paper}`,
  items: 'stories',
};
