/** A tag. Its attributes may contain anything in quotation marks. */
const tag = /<(\/?[a-z][^\s>"']*)(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?>/gi;

/** Where elements end that keep every space, or whose text is not HTML. */
const ends: Readonly<Record<string, RegExp>> = {
  pre: /<\/pre>/gi,
  textarea: /<\/textarea>/gi,
  script: /<\/script>/gi,
  style: /<\/style>/gi,
};

/** The end of the element that a tag opens, if what is in it must stay as it is. */
const endOfKept = (html: string, name: string, from: number): number | undefined => {
  const end = ends[name.toLowerCase()];
  if (!end) return undefined;
  end.lastIndex = from;
  return end.test(html) ? end.lastIndex : undefined;
};

/**
 * Cuts a page into text and markup by turns, and text first, which may be empty. Markup is a tag, or an element that
 * keeps every space or whose text is not HTML, as a whole.
 */
export const piecesOf = (html: string): string[] => {
  const pieces: string[] = [];
  let at = 0;
  tag.lastIndex = 0;
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    const end = endOfKept(html, found[1] ?? '', tag.lastIndex) ?? tag.lastIndex;
    pieces.push(html.slice(at, found.index), html.slice(found.index, end));
    tag.lastIndex = at = end;
  }
  pieces.push(html.slice(at));
  return pieces;
};

/** Whether markup is an element as a whole, in which nothing may change. */
export const isKept = (markup: string): boolean =>
  /^<(?:pre|textarea|script|style)\b/i.test(markup) &&
  /<\/(?:pre|textarea|script|style)>$/i.test(markup);
