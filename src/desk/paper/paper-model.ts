import type { Mistake } from '../../copy/mistakes.ts';
import type { Kind } from '../../language/kinds.ts';
import type { DeskSettings } from '../settings.ts';

/** A text file of the paper. */
export interface PaperText {
  /** Its path from the paper's folder, as mistakes name it: `content/articles/2025/one/index.md`. */
  path: string;
  text: string;
}

/** What is known of a picture without its bytes at hand, or with them. */
export interface KnownPicture {
  /** Its path from the paper's folder. */
  path: string;
  /** Its bytes, if it is not stored yet or has been read. */
  bytes?: Blob;
}

export type StoryState = 'draft' | 'scheduled' | 'published' | 'live';

/** A story in the desk's list. Fields that could not be read are empty. */
export interface StoryRow {
  path: string;
  id: string;
  headline: string;
  standfirst: string;
  section: string;
  authors: readonly string[];
  topics: readonly string[];
  kind: Kind;
  state: StoryState;
  /** Moments as written. */
  published: string;
  updated?: string;
  /** Its address on the paper, from the front page’s origin. */
  address: string;
}

/** Which stories a list shows; all that are given must hold. */
export interface StoryQuery {
  /** Words that its headline, standfirst, names or text have, all of them. */
  words?: string;
  state?: StoryState;
  section?: string;
  author?: string;
  /** Days in the publication's time zone, `2026-12-24`, both included. */
  from?: string;
  to?: string;
  offset?: number;
  limit?: number;
}

/** An entry by its id and name. */
export interface NamedEntry {
  id: string;
  name: string;
  path: string;
}

/** A series, as its stories and `series.yaml` name it. */
export interface KnownSeries {
  id: string;
  /** Its title. */
  name: string;
  /** In order. `opens` is when readers may see the part: NaN for a draft. */
  parts: readonly { part: number; opens: number }[];
}

/** What other files may name. */
export interface KnownNames {
  sections: readonly NamedEntry[];
  authors: readonly NamedEntry[];
  pages: readonly NamedEntry[];
  /** Names of topics, the most used first. */
  topics: readonly string[];
  /** Sorted by their titles. */
  series: readonly KnownSeries[];
}

export interface TextFindings {
  mistakes: Mistake[];
  warnings: Mistake[];
}

/** A story or page as readers would see it. All HTML is sanitised as the paper's is. */
export interface RenderedText {
  /** The body. Pictures have the `src` of `pictureUrl`. */
  body: string;
}

/**
 * The whole paper in the editor's browser, in a worker: what `npm run check` knows of a folder, of texts that need not
 * be saved.
 */
export interface PaperModel {
  /**
   * Begins with these files. Pictures, and other files that pages may link to (in `public/`, in `content/files/`), are
   * known by their paths alone. Elsewhere than on this machine, links to files are taken for good while no such file is
   * known.
   */
  open(
    settings: DeskSettings,
    texts: readonly PaperText[],
    pictures: readonly string[],
  ): Promise<void>;
  /** A file was saved, or changed elsewhere. `undefined` deletes it. */
  put(path: string, text: string | undefined): Promise<void>;
  putPicture(path: string, isThere: boolean): Promise<void>;
  stories(query: StoryQuery, now: number): Promise<{ rows: StoryRow[]; total: number }>;
  names(): Promise<KnownNames>;
  /** Everything that is wrong with a text in its place, in the words of `npm run check`. Nothing is kept. */
  check(file: PaperText, pictures: readonly KnownPicture[], now: number): Promise<TextFindings>;
  /** @param pictureUrls by the paths of pictures, from the paper's folder or as they are written in the text */
  render(file: PaperText, pictureUrls: Readonly<Record<string, string>>): Promise<RenderedText>;
  /** A free path for a new story: `content/articles/2026/a-headline/index.md`. */
  newStoryPath(headline: string, year: string): Promise<string>;
}
