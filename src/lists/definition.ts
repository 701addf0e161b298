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
  /** The interface's. Words that only one kind of list has are best kept in its file, by `words.language`. */
  words: Words;
  almanac: Almanac;
  /** The publication's name and tagline. */
  paper: { name: string; tagline: string };
}

/** A list of stories with an address of its own. */
export interface ListedStories<A extends Article> {
  /** Identifies it within its kind: a section's id, a topic's slug, a month such as `2025-02`. */
  id: string;
  title: string;
  /** The sentence below its title. */
  description: string;
  /** The address of its first page, with the base path. */
  path: string;
  /** Newest first. */
  stories: readonly A[];
  /** The same in the order of its page, if that is another. */
  inOrder?: readonly A[];
  /** The breadcrumbs between the front page and the list. */
  above?: { title: string; path: string }[];
  /** The id of the section that it belongs to, which the navigation marks as current. */
  section?: string;
}

/** The feeds of every list of a kind. */
export interface ListFeeds {
  formats: readonly FeedFormat[];
  /** How many items they carry, the newest. */
  length: number;
  /** The feed's own title, from the titles of the list and the paper. */
  title: (list: string, paper: string, words: Words) => string;
  /** The text of links to the feed; by default its name in the paper's language, such as “RSS feed for World”. */
  shownAs?: (list: string, words: Words) => string;
  /** Their heading on the page of all feeds. */
  heading: (words: Words) => string;
  /** Whether that page shows the lists with the most stories first, instead of in the paper's order. */
  mostStoriesFirst?: boolean;
  items: 'stories' | 'corrections';
  /** What occupies the feed's address, as a mistake names it: `the feed`. */
  owner?: string;
}

/**
 * A kind of list. Once it is named in `registry.ts`, its pages, feeds, reserved addresses, sitemaps and keys for
 * incremental builds follow from it.
 */
export interface ListDefinition {
  /**
   * What occupies the lists' addresses, as a mistake names it: `a topic`. Undefined if each list has a file of copy.
   */
  owner: string | undefined;
  /** Further addresses that nothing else may have, apart from those of its lists. */
  reserved?: (addresses: Addresses) => [address: string, owner: string][];
  /**
   * `paginated`: pages of 20 stories, made by `pages/[...list].astro`; `by-day`: the same, with a heading for each day.
   * `own`: a file of its own in `pages/`.
   */
  page: 'paginated' | 'by-day' | 'own';
  /** The name of the sitemap that lists its pages. */
  sitemap: string;
  /** Whether search engines may show a list without stories. */
  findableWhenEmpty?: boolean;
  feeds?: ListFeeds;
  lists: <A extends Article>(material: ListMaterial<A>) => ListedStories<A>[];
}

/** Feeds for lists that readers follow: the stories on the first page, in every format. */
export const followedStories: Omit<ListFeeds, 'heading'> = {
  formats: feedFormats,
  length: leafLength,
  title: (list, paper) => `${list} · ${paper}`,
  items: 'stories',
};
