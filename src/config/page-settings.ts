import type { CardEntry } from '../cards/prepare-cards.ts';
import type { Written } from '../copy/written.ts';
import type { Likeness } from '../edition/likeness.ts';
import type { ChangedStory } from '../record/read-record.ts';
import type { Publication } from '../schemas/publication.ts';

/** What a build passes to the pages, as `virtual:publication`. If any of it changes, every page is rebuilt. */
export interface Setting {
  publication: Publication;
  /** The public origin. */
  origin: string;
  /** The base path. Vite's `BASE_URL` is no substitute: an environment variable of that name may override it. */
  base: string;
  /** The address of the script that opens LEAVE A REPLY; undefined where comments are closed. */
  replyScript: string | undefined;
  /** The address of the script that asks for a reader's consent; undefined if nothing needs it. */
  consentScript: string | undefined;
  /** What the address of a feature's script has around its name: the folder, and a digest of all of them. */
  featurePlace: { folder: string; digest: string };
  /** Whether `public/` has a vector icon, which is sharp at any size. */
  hasVectorIcon: boolean;
  /** Absolute path of the publisher's logo. */
  logo: string;
  /** Whether the theme may show anything of a story where it is listed, not only what is above its body. */
  teasersShowWholeStories: boolean;
}

/** The stories that changed after they were published, by their ids. */
export type RecordedChanges = Readonly<Record<string, Omit<ChangedStory, 'substances'>>>;

/**
 * What pages are made of, as `virtual:edition`: what belongs to a single edition, or to what is written at the moment. It is
 * whole, and made anew for each change. The key of a page covers whatever the page shows of it.
 */
export interface AtHand extends Written {
  /** The edition's moment, in milliseconds since 1970. */
  moment: number;
  /** Whether pages show drafts and what is held back: in an edition for the newsroom, and while somebody writes. */
  withDrafts: boolean;
  /**
   * Whether a development server shows pages that nobody prints. Pages never ask `import.meta.env.DEV`, which is true in every
   * build whose environment has a variable of that name.
   */
  isWriting: boolean;
  /** The social cards, by the path of the page that each belongs to; while somebody writes, only the paper's own. */
  cards: Readonly<Record<string, CardEntry>>;
  /** None while somebody writes, until the check has read them. */
  record: RecordedChanges;
  /** Which stories are alike; while somebody writes, as far as that is known yet. */
  likeness: Likeness;
}
