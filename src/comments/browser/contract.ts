export type Theme = 'light' | 'dark';

/** What an adapter is given to begin with. Its settings it takes from `virtual:reply`. */
export interface Place {
  /** An empty element of its own, in the page. */
  room: HTMLElement;
  /** What the provider knows the story's thread by: its canonical path, or what the story says. */
  thread: string;
  /** The story's canonical address. */
  address: string;
  /** To be called with the number of comments, where the provider tells it, whenever it changes. */
  counted: (count: number) => void;
}

/** A provider's form and thread in the page. */
export interface Mounted {
  /** Resolves once the reader sees it; rejects when it will not come. */
  ready: Promise<unknown>;
  /** Follows the page from light to dark and back. */
  setTheme: (theme: Theme) => void;
  /** Takes it out of the page. */
  destroy: () => void;
}

/** One provider's adapter. What the rest of the paper knows of it is in src/schemas/comment-providers/, under the same name. */
export type Mount = (place: Place) => Mounted;

/** How long a reader waits for an answer, in milliseconds. */
export const patience = 8000;
