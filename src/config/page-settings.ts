import type { CardEntry } from '../cards/prepare-cards.ts';
import type { Written } from '../copy/written.ts';
import type { Likeness } from '../edition/likeness.ts';
import type { ChangedStory } from '../record/read-record.ts';
import type { Publication } from '../schemas/publication.ts';
import type { DescribedSeries } from '../schemas/series.ts';
import type { DescribedTopics } from '../schemas/topic.ts';

/** What a build passes to the pages, as `virtual:publication`. If any of it changes, every page is rebuilt. */
export interface Setting {
  publication: Publication;
  /** The public origin. */
  origin: string;
  /** The base path. Vite's `BASE_URL` is no substitute: an environment variable of that name may override it. */
  base: string;
  /** The address of the script that opens LEAVE A REPLY; undefined where comments are closed. */
  replyScript: string | undefined;
  /** The topics that the paper describes. */
  topics: DescribedTopics;
  /** The series that the paper describes. */
  series: DescribedSeries;
  /** The address of the script that asks for a reader's consent; undefined if nothing needs it. */
  consentScript: string | undefined;
  /** What the address of a feature's script has around its name: the folder, and a digest of all of them. */
  featurePlace: { folder: string; digest: string };
  /** Whether `public/` has a vector icon, which is sharp at any size. */
  hasVectorIcon: boolean;
  /** Absolute path of the content folder. */
  contentDir: string;
  /** Absolute path of the paper's folder. Messages name files from here. */
  paperDir: string;
  /** Absolute path of Astro's root, where stand-ins of pictures are. */
  astroRoot: string;
  /** Absolute path of the folder that is kept between builds. */
  cacheDir: string;
  /** Absolute path of the list of the copy’s pictures, which a build reads. */
  pictureList: string;
  /** Absolute path of the publisher's logo. */
  logo: string;
  /** Absolute path of the folder that keeps rendered bodies between builds. */
  bodiesDir: string;
  /** Whether the theme may show anything of a story where it is listed, not only what is above its body. */
  teasersShowWholeStories: boolean;
  /** Changes when the code that renders bodies changes, so that no body of an older engine is reused. */
  engine: string;
}

/** What belongs to a single edition, as `virtual:edition`. The key of a page covers whatever the page shows of it. */
export interface EditionSetting {
  /** The edition's moment, in milliseconds since 1970. */
  moment: number;
  /** Whether pages show drafts and what is held back: in an edition for the newsroom, and while somebody writes. */
  withDrafts: boolean;
  /** The social cards, by the path of the page that each belongs to; during development, only the paper's own. */
  cards: Record<string, CardEntry>;
  /** Absolute path of the lists of related stories (JSON); undefined while somebody writes, when they are worked out when asked for. */
  relatedLists: string | undefined;
  /** The stories that changed after they were published, by their ids. */
  record: Record<string, Omit<ChangedStory, 'substances'>>;
  /**
   * Whether a development server shows pages that nobody prints. Pages never ask `import.meta.env.DEV`, which is true in every
   * build whose environment has a variable of that name.
   */
  isWriting: boolean;
  /** Whether Astro reads the copy: not when it only generates types, nor while somebody writes. */
  readsCopy: boolean;
}

/** What pages are made of while somebody writes, as `virtual:written`. Each is whole, and made anew for each change. */
export interface AtHand extends Written {
  /** The stories that changed after they were published: see {@link EditionSetting}. None until the check has read them. */
  record: EditionSetting['record'];
  /** Which stories are alike, as far as that is known yet. */
  likeness: Likeness;
}
