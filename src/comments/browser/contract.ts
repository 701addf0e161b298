export type Theme = 'light' | 'dark';

/** What an adapter starts with. It takes its settings from `virtual:reply`. */
export interface Place {
  /** An empty element of its own, in the page. */
  room: HTMLElement;
  /** The key of the story's thread: its canonical path, or what the story says. */
  thread: string;
  /** The story's canonical address. */
  address: string;
  /** Call it with the number of comments whenever that changes, if the provider reports it. */
  counted: (count: number) => void;
}

/** A provider's form and thread in the page. */
export interface Mounted {
  /** Resolves once it is on screen; rejects if it will not appear. */
  ready: Promise<unknown>;
  /** Follows the page from light to dark and back. */
  setTheme: (theme: Theme) => void;
  /** Removes it from the page. */
  destroy: () => void;
}

/** One provider's adapter. What the rest of the paper knows of it is in src/schemas/comment-providers/, under the same name. */
export type Mount = (place: Place) => Mounted;

/** How long a reader waits for an answer, in milliseconds. */
export const patience = 8000;
