/** After this many paragraphs a reader may be shown another story. */
const before = 5;

/** So many paragraphs must follow it: at the end of a story there is Related News. */
const after = 3;

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Every paragraph of a body that stands in no other element, from its final HTML: where it starts and ends. */
const paragraphsOf = (html: string): { start: number; end: number }[] => {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let start: number | undefined;
  for (const { index, 0: tag, 1: slash, 2: name = '' } of html.matchAll(
    /<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/gi,
  )) {
    if (voids.has(name.toLowerCase())) continue;
    if (slash === '') {
      if (depth === 0) start = name.toLowerCase() === 'p' ? index : undefined;
      depth += 1;
      continue;
    }
    depth -= 1;
    if (depth === 0 && start !== undefined) found.push({ start, end: index + tag.length });
  }
  return found;
};

/**
 * Where a card of another story goes in a text: between two of its paragraphs, never below a crosshead, in a list or
 * among the pictures. The place is an index into its final HTML; undefined if the text is too short for one.
 */
export const inlinePlace = (html: string): number | undefined => {
  const paragraphs = paragraphsOf(html);
  const place = paragraphs.findIndex(({ end }, n) => {
    const next = paragraphs[n + 1];
    return n >= before - 1 && next !== undefined && html.slice(end, next.start).trim() === '';
  });
  return place < 0 || paragraphs.length - place - 1 < after ? undefined : paragraphs[place]?.end;
};
