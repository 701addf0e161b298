/** The constants of the feature whose script is bundled: see `../features.ts`. */
declare module 'virtual:feature' {
  export const words: import('../../language/words.ts').Words['photo'];
}
