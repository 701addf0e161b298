declare module 'bidi-js' {
  interface Levels {
    /** An embedding level for each UTF-16 unit: odd ones run from right to left. */
    levels: Uint8Array;
    paragraphs: { start: number; end: number; level: number }[];
  }
  /** The Unicode Bidirectional Algorithm (UAX #9). */
  interface Bidi {
    getEmbeddingLevels: (text: string, direction?: 'ltr' | 'rtl') => Levels;
    /** The indices of a line's UTF-16 units from left to right; `end` is the last of them. */
    getReorderedIndices: (text: string, levels: Levels, start: number, end: number) => number[];
    getBidiCharTypeName: (character: string) => string;
  }
  const bidiFactory: () => Bidi;
  export default bidiFactory;
}

declare module 'linebreak' {
  /** The Unicode Line Breaking Algorithm (UAX #14). */
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may end, or null after the last. */
    nextBreak(): { position: number; required: boolean } | null;
  }
}
