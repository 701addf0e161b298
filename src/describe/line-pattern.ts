/**
 * Characters that are one each to everybody: Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic letters, kana, Chinese
 * characters, Korean syllables, and the punctuation between them. Accents that stand alone, emoji and letters that others
 * join are not among them.
 */
const certain = String.raw`\u0020-\u007E\u00A1-\u02FF\u0370-\u0482\u048A-\u058F\u05D0-\u05EA\u0620-\u064A\u0671-\u06D3\u2010-\u2027\u3041-\u3096\u30A1-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3`;

/**
 * What a regular expression can know of a `line`: that it is one, with some text, and not too long. `maxLength` of JSON
 * Schema counts each accent and each part of an emoji, so it would refuse good lines; this refuses none.
 * @param limit how many characters, as a person counts them
 */
export const linePattern = (limit: number): string =>
  String.raw`^\s*(?=\S)[^${certain}\n]*(?:[${certain}][^${certain}\n]*){0,${limit}}\s*$`;
