/** The constants of the feature whose script is bundled: see `../features.ts`. */
declare module 'virtual:feature' {
  type Words = import('../../language/words.ts').Words;
  export const words: Words['photo'] &
    Words['copied'] &
    Words['saved']['said'] &
    Pick<Words, 'menu'> & {
      newEntries: import('../../language/live.ts').PluralForms;
      toNewest: string;
    };
  /** What the menu leads to besides the sections: addresses, and what they are called. */
  export const links: readonly (readonly [address: string, name: string])[];
  /** How many seconds pass before the page of a live story asks again. */
  export const seconds: number;
  /** The publication's language, a BCP 47 tag. */
  export const language: string;
  /** The publication's time zone. */
  export const timeZone: string;
  /** The paper's base path, and the address of the page of saved stories, which is the key of what is stored. */
  export const base: string;
  export const page: string;
  /** The file name of a list's JSON feed. */
  export const feed: string;
}
