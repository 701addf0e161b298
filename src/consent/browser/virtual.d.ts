declare module 'virtual:consent' {
  /** The addresses of the scripts that need the reader's consent. */
  export const scripts: readonly string[];
}
