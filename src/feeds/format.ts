import type { FeedChannel } from './channel.ts';
import type { FeedItem } from './item.ts';

/** A format that feeds come in. `formats.ts` lists them all; nothing else has to know a new one. */
export interface FeedFormat {
  /** The name of the file beside its list, such as `rss.xml`. */
  file: string;
  /** Its media type (RFC 6838). */
  type: string;
  /** What readers call it. */
  name: string;
  write: (channel: FeedChannel, items: readonly FeedItem[]) => string | Promise<string>;
  /**
   * Finds where a picture's size in bytes is to be written once the picture is there. Group 1 is everything from the
   * picture's address to the number, group 2 the address. A format that does not give sizes has none.
   */
  pictureSize?: RegExp;
}
