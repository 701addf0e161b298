import type { FeedItem } from './item.ts';

/** What a feed says of itself, in every format. */
export interface FeedChannel {
  title: string;
  description: string;
  /** A BCP 47 tag. */
  language: string;
  /** The absolute address of the page that the feed follows, and of the feed. */
  page: string;
  self: string;
  /** The edition's moment: an empty feed has no other. */
  built: Date;
  /** Who is responsible for it. */
  publisher: string;
  /** The absolute address of a WebSub hub. */
  hub?: string | undefined;
}

/**
 * The last moment at which a story in a feed was published or updated: what RSS calls lastBuildDate and Atom updated. Not that of the
 * edition, or every feed would be another after every build, for readers to fetch and hosts to store again.
 */
export const changed = (items: readonly FeedItem[], { built }: FeedChannel): Date =>
  items.length === 0
    ? built
    : new Date(Math.max(...items.map(({ published, updated }) => Number(updated ?? published))));
