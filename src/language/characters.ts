const graphemes = new Intl.Segmenter();

/** How many characters a text has as a person counts them (UAX #29): an emoji or a letter with its accents is one. */
export const countCharacters = (text: string): number => [...graphemes.segment(text)].length;
