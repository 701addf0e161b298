/** Signs that nobody sees: soft hyphens, marks of direction, joiners without a width. */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const quotes = /[\u2018-\u201F\u2039\u203A\u00AB\u00BB\u02BC\u00B4`']/g;
const dashes = /\s*[-\u2010-\u2015\u2212]+\s*/g;

/**
 * A text as it is compared: which quotation marks, dashes and spaces stand in it is typography, not words. That there are
 * quotation marks at all is no typography.
 */
export const comparable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(quotes, '"')
    .replaceAll('…', '...')
    .replace(dashes, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?" ?/g, '"')
    // As French sets them.
    .replace(/ (?=[,.;:!?%])/g, '')
    .trim();
