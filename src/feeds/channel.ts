/** What a feed says of itself, in every format. */
export interface FeedChannel {
  title: string;
  description: string;
  /** A BCP 47 tag. */
  language: string;
  /** The absolute address of the page that the feed follows, and of the feed. */
  page: string;
  self: string;
  /** The edition's moment. */
  built: Date;
  /** Who is responsible for it. */
  publisher: string;
  /** The absolute address of a WebSub hub. */
  hub?: string | undefined;
}
