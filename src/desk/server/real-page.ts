import type { Mistake } from '../../copy/mistakes.ts';

/** A text that is not saved, to be shown as readers would see it. */
export interface UnsavedText {
  path: string;
  /** Null once it is saved: then what is on the disk is shown again. */
  text: string | null;
  pictures: readonly { name: string; base64: string }[];
}

/** Where a page is. With mistakes, it is that of the last text without any. */
export interface RealPageAt {
  url: string;
  mistakes?: readonly Mistake[];
}

/** What came of showing one. */
export type RealPage =
  | RealPageAt
  /** The server that renders pages is not up yet. */
  | { starting: true }
  /** Why there is no page, in a sentence. */
  | { message: string };

/** Shows texts as readers would see them. */
export interface RealPages {
  show: (unsaved: UnsavedText) => Promise<RealPage>;
  /** Files were saved: what is on the disk is shown again. Does nothing unless pages are shown. */
  saved: (paths: readonly string[]) => Promise<void>;
}
