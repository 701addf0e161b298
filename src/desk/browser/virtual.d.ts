declare module 'virtual:satteri.wasm' {
  /** The address of the file. */
  const address: string;
  export default address;
}
