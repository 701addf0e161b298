/** Elements that keep every space, or whose text is not HTML. */
const kept = /(<(pre|textarea|script|style)\b[\s\S]*?<\/\2>)/i;

/** Elements that start and end a line, or show nothing: browsers drop the spaces around them. */
const lines = [
  'html|head|title|meta|link|body|header|main|footer|nav|section|article|aside|div|dialog|template|hgroup|h[1-6]',
  'p|blockquote|hr|ul|ol|li|dl|dt|dd|figure|figcaption|source|details|summary|form|fieldset',
  'table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td',
].join('|');

/** A tag, whose attributes may contain anything in quotation marks. */
const around = new RegExp(`\\s*(</?(?:${lines})(?:\\s(?:[^>"']|"[^"]*"|'[^']*')*)?>)\\s*`, 'g');

/**
 * Drops the spaces of a page that no browser shows. Templates leave one wherever a line ends, and together they are more
 * than a hundred bytes of a compressed page.
 */
export const withoutIdleSpaces = (html: string): string =>
  html
    .split(kept)
    // Three parts for each element that is kept: what is before it, the element, and its name.
    .map((part, n) => (n % 3 === 0 ? part.replace(around, '$1') : n % 3 === 1 ? part : ''))
    .join('');
