import { bareAttributes, isHtmlName, voidNames } from './html-names.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { isPrinted } from './sanitise.ts';
import { type RawHtml, rawHtmlIn, type Tag } from './tags.ts';

/** A replacement in a text. */
interface Edit {
  start: number;
  end: number;
  by: string;
}

/** How often a change may bring up another: a tag may have kept a whole paragraph from being read as Markdown. */
const rounds = 4;

const maybeSigns = /<[a-z/!?]|~/i;

/** The start tags that have an end tag, and those end tags. */
const pairedTags = (tags: readonly Tag[]): ReadonlySet<Tag> => {
  const paired = new Set<Tag>();
  const open = new Map<string, Tag[]>();
  for (const tag of tags) {
    const { name, isEnd, closesItself } = tag;
    if (voidNames.has(name) || closesItself) continue;
    const starts = open.get(name) ?? [];
    open.set(name, starts);
    if (!isEnd) starts.push(tag);
    else {
      const start = starts.pop();
      if (start) paired.add(start).add(tag);
    }
  }
  return paired;
};

/** The tags that are not in a drawing or a formula, which have elements of their own. */
const outsideDrawings = (tags: readonly Tag[]): Tag[] => {
  let depth = 0;
  return tags.filter(({ name, isEnd, closesItself }) => {
    if (!/^(?:svg|math)$/.test(name)) return depth === 0;
    if (!closesItself) depth = Math.max(0, depth + (isEnd ? -1 : 1));
    return true;
  });
};

/** Whether a tag is text to its writer: `Dear <Name>`, `Vec<String>`, `a<b and c>d`, `press <Button>`. */
const isText = ({ name, isEnd, attributes }: Tag, isPaired: boolean): boolean => {
  // Custom elements have a hyphen in their name.
  if (!isHtmlName(name)) return !(isPaired && name.includes('-'));
  if (isEnd) return false;
  if (attributes.size > 0) {
    return (
      [...attributes.values()].every((value) => value === undefined) &&
      [...attributes.keys()].some((one) => !bareAttributes.has(one) && !one.includes('-'))
    );
  }
  if (name === 'img') return true;
  return !isPaired && !isPrinted(name) && !/^(?:col|colgroup|r[bpt]c?)$/.test(name);
};

/** The tildes around what one tilde alone strikes out: `5~10 euro, 3~4 days`. */
const singleTildes = ({ source, start }: Piece): Edit[] =>
  source.startsWith('~~')
    ? []
    : [start, start + source.length - 1].map((at) => ({ start: at, end: at, by: '\\' }));

const tagEdits = ({ tags, instructions }: RawHtml, markdown: string): Edit[] => {
  const here = outsideDrawings(tags);
  const paired = pairedTags(here);
  const escaped = (start: number): Edit => ({ start, end: start + 1, by: '&lt;' });
  return [
    ...instructions.map(escaped),
    ...here.flatMap((tag): Edit[] => {
      if (isText(tag, paired.has(tag))) return [escaped(tag.start)];
      // To HTML this is a start tag, which nothing would close.
      const { name, closesItself, end } = tag;
      return closesItself && isHtmlName(name) && !voidNames.has(name) && markdown[end - 2] === '/'
        ? [{ start: end - 2, end, by: `></${name}>` }]
        : [];
    }),
  ];
};

/** Markdown in which all that its writer meant as text is text. */
export interface PlainSigns {
  markdown: string;
  /** The place in the original of a place in `markdown`. */
  placeOf: (offset: number) => number;
  /** The tags that are left, and the comments that are never closed. */
  rawHtml: RawHtml;
  /** The start tags that have an end tag, and those end tags. */
  paired: ReadonlySet<Tag>;
}

const none: RawHtml = { tags: [], instructions: [], openComments: [] };

const change = (text: string, edits: readonly Edit[]) => {
  const sorted = edits.toSorted((a, b) => a.start - b.start);
  let changed = '';
  let last = 0;
  let grown = 0;
  // Where each edit is in the changed text, and by how much the text up to its end has grown.
  const marks: { at: number; grown: number }[] = [];
  for (const { start, end, by } of sorted) {
    changed += text.slice(last, start) + by;
    last = end;
    const at = start + grown;
    grown += by.length - (end - start);
    marks.push({ at, grown });
  }
  const placeOf = (offset: number): number => {
    let [low, high] = [0, marks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((marks[middle]?.at ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, offset - (marks[low - 1]?.grown ?? 0));
  };
  return { changed: changed + text.slice(last), placeOf };
};

/**
 * Escapes what Markdown and HTML would take for markup though its writer meant it as text: a tag that HTML does not
 * know, or that means nothing without attributes or an end; and a single tilde, because only two strike out. Closes
 * what only XML would close (`<a id="x"/>`).
 */
export const withPlainSigns = (body: string): PlainSigns => {
  let markdown = body;
  let placeOf = (offset: number): number => offset;
  let rawHtml = none;
  for (let round = 0; round < rounds && maybeSigns.test(markdown); round += 1) {
    const { html, struck } = piecesOf(markdown);
    rawHtml = rawHtmlIn(html);
    const edits = [...tagEdits(rawHtml, markdown), ...struck.flatMap(singleTildes)];
    if (edits.length === 0) break;
    const before = placeOf;
    const next = change(markdown, edits);
    markdown = next.changed;
    rawHtml = none;
    placeOf = (offset) => before(next.placeOf(offset));
    if (round === rounds - 1) rawHtml = rawHtmlIn(piecesOf(markdown).html);
  }
  return { markdown, placeOf, rawHtml, paired: pairedTags(rawHtml.tags) };
};
