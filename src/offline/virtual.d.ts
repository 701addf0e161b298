declare module 'virtual:offline' {
  /** The paths of the front page and of the page for what is not on the device, with the base path. */
  export const front: string;
  export const offlinePage: string;
  /** How many stories are kept. */
  export const stories: number;
  /** What a kept page says of itself, with `{when}` in it. */
  export const note: string;
  export const language: string;
  export const timeZone: string;
}
