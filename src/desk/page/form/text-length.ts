const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many characters a reader sees in a text (grapheme clusters, UAX #29). */
export const lengthOf = (text: string): number => [...characters.segment(text)].length;
