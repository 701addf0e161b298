/** Elements that keep every space, or whose text is not HTML. */
const kept = /(<(pre|textarea|script|style)\b[\s\S]*?<\/\2>)/i;

/** A tag. Its attributes may contain anything in quotation marks. */
const tag = /(<\/?[a-z][^\s>"']*(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?>)/i;

/**
 * Changes what a page consists of, except for the elements that keep every space and those whose text is not HTML.
 * @param change gets text and tags by turns, and text first
 */
export const outsideKept = (html: string, change: (pieces: string[]) => string[]): string =>
  html
    .split(kept)
    // Three parts for each element that is kept: what is before it, the element, and its name.
    .map((part, n) => (n % 3 === 0 ? change(part.split(tag)).join('') : n % 3 === 1 ? part : ''))
    .join('');
