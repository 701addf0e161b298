declare module 'virtual:advertising' {
  /** The publisher's AdSense ID. */
  export const client: string;
}
