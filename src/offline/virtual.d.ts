declare module 'virtual:offline' {
  /** The paths of the front page and of the page for stories that are not cached, with the base path. */
  export const front: string;
  export const offlinePage: string;
  /** How many stories are cached. */
  export const stories: number;
  /** The note on a cached page, with `{when}` as a placeholder for when it was cached. */
  export const note: string;
  /** The paths of stories that were withdrawn, with the base path. */
  export const withdrawn: string[];
  export const language: string;
  export const timeZone: string;
}
