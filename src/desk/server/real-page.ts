/** A text that is not saved, to be shown as readers would see it. */
export interface UnsavedText {
  path: string;
  text: string;
  pictures: readonly { name: string; base64: string }[];
}

/** What came of showing one. */
export type RealPage =
  | { url: string }
  /** The server that renders pages is not up yet. */
  | { starting: true }
  /** Why there is no page, in a sentence. */
  | { message: string };

/** Shows a text as readers would see it. */
export type ShowRealPage = (unsaved: UnsavedText) => Promise<RealPage>;
