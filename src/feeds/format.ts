import type { FeedChannel } from './channel.ts';
import type { FeedItem } from './item.ts';

/** A feed format. `formats.ts` lists them all; nothing else needs to know about a new one. */
export interface FeedFormat {
  /** The name of the file beside its list, such as `rss.xml`. */
  file: string;
  /** Its media type (RFC 6838). */
  type: string;
  /** What readers call it. */
  name: string;
  write: (channel: FeedChannel, items: readonly FeedItem[]) => string | Promise<string>;
  /**
   * Matches the placeholder for a picture's size in bytes, which is filled in once the picture is encoded. Group 1 is
   * everything from the picture's address to the number, group 2 the address. Left out for a format without sizes.
   */
  pictureSize?: RegExp;
}
