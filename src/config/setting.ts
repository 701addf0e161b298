import type { CardEntry } from '../cards/prepare-cards.ts';
import type { Publication } from '../schemas/publication.ts';
import type { DescribedTopics } from '../schemas/topic.ts';

/** What a build passes on to the pages, as `virtual:publication`. Where any of it changes, every page is printed anew. */
export interface Setting {
  publication: Publication;
  /** The public origin. */
  origin: string;
  /** The base path, told here because a variable of the environment may take the place of Vite's `BASE_URL`. */
  base: string;
  /** The address of the script that opens LEAVE A REPLY, where somebody runs it. */
  replyScript: string | undefined;
  /** What the paper says of its topics. */
  topics: DescribedTopics;
  /** The address of the script that asks for a reader's agreement, where something configured needs it. */
  consentScript: string | undefined;
  /** Whether the publisher has put an icon into `public/` that is sharp at any size. */
  hasVectorIcon: boolean;
  /** Absolute path of the content folder. */
  contentDir: string;
  /** Absolute path of the folder that messages name files from. */
  paperDir: string;
  /** Absolute path of the folder that Astro takes for its root: entries name their files from there. */
  astroRoot: string;
  /** Absolute path of the folder that keeps set bodies between builds. */
  bodiesDir: string;
  /** Changes when the code that prints a body changes, so that no body of an older engine is reused. */
  engine: string;
}

/** What is of one edition alone, as `virtual:edition`. The key of a page holds what the page shows of it. */
export interface EditionSetting {
  /** The edition's moment, in milliseconds since 1970. */
  moment: number;
  /** The social cards, by the path of the page that each stands for; while somebody writes, the paper's own alone. */
  cards: Record<string, CardEntry>;
  /** False where Astro makes types only, for which nobody reads copy. */
  readsCopy: boolean;
}
