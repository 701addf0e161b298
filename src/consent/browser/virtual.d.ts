declare module 'virtual:consent' {
  /** The addresses of the scripts that wait for a reader's agreement. */
  export const scripts: readonly string[];
  /** How long an answer counts, in milliseconds. */
  export const expires: number;
}
