declare module 'virtual:advertising' {
  /** The publisher's id at AdSense. */
  export const client: string;
}
