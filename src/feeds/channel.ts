import type { FeedItem } from './item.ts';

/** What a feed says about itself, in every format. */
export interface FeedChannel {
  title: string;
  description: string;
  /** A BCP 47 tag. */
  language: string;
  /** The absolute addresses of the page that the feed follows, and of the feed itself. */
  page: string;
  self: string;
  /** The edition's moment, which dates an empty feed. */
  built: Date;
  /** Who is responsible for it. */
  publisher: string;
  /** The absolute address of a WebSub hub. */
  hub?: string | undefined;
}

/**
 * When a story in a feed was last published or updated: `lastBuildDate` in RSS, `updated` in Atom. Not the edition's
 * moment: with it, every build would change every feed, for readers to fetch and hosts to store again.
 */
export const changed = (items: readonly FeedItem[], { built }: FeedChannel): Date =>
  items.length === 0
    ? built
    : new Date(Math.max(...items.map(({ published, updated }) => Number(updated ?? published))));
