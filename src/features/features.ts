import type { Addresses } from '../addresses.ts';
import { jsonFeed } from '../feeds/json-feed.ts';
import { newEntries } from '../language/live.ts';
import { wordsFor } from '../language/words.ts';

/** What decides the constants of a feature's script. */
export interface FeatureMaterial {
  /** The publication's language, a BCP 47 tag. */
  language: string;
  /** The time zone in which the paper tells moments. */
  timeZone: string;
  addresses: Addresses;
  /** How often the page of a live story asks for new entries. */
  pollSeconds: number;
}

/**
 * The features whose script a page loads only when a reader clicks on `data-feature="NAME"`; that of `live`, the page of a
 * running story loads itself, when the first minute has passed. The script is
 * `src/features/browser/NAME.ts`; what its function returns here, it can import from `virtual:feature`.
 */
export const features: Record<string, (of: FeatureMaterial) => object> = {
  theme: () => ({}),
  menu: ({ language, addresses }) => {
    const { menu, close, latest, topics, saved } = wordsFor(language);
    return {
      words: { menu, close },
      links: [
        [addresses.latest, latest.title],
        [addresses.topics, topics],
        [addresses.saved, saved.title],
      ],
    };
  },
  embed: () => ({}),
  photo: ({ language }) => ({ words: wordsFor(language).photo }),
  share: () => ({}),
  live: ({ language, pollSeconds }) => {
    const words = wordsFor(language);
    return {
      language,
      seconds: pollSeconds,
      words: { newEntries: newEntries[words.language], toNewest: words.live.toNewest },
    };
  },
  copy: ({ language }) => ({ words: wordsFor(language).copied }),
  saved: ({ language, addresses }) => ({
    base: addresses.base,
    page: addresses.saved,
    words: wordsFor(language).saved.said,
  }),
  shelf: ({ language, timeZone, addresses }) => ({
    language,
    timeZone,
    base: addresses.base,
    page: addresses.saved,
    feed: jsonFeed.file,
  }),
};
