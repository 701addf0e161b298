import type { Tape } from './places.ts';

/** What a look at the inside of a CDATA section says, from the point that it was asked about. */
export type Verdict =
  /** More of the file is needed to say. */
  | 'unknown'
  /** The section ends here. */
  | 'end'
  /** It does not: what looks like its end is text. */
  | 'text'
  /** It ends here, and has swallowed elements on its way, because it had been left open. */
  | 'swallowed';

/** Whether a tag is one of the export's own, not of a text in it. */
export type IsStructure = (name: string) => boolean;

/** How far ahead the true end of a section is looked for. */
const horizon = 4 * 2 ** 20;

/** How long a tag may be to be recognised. */
const longTag = 300;

const tag = /<(\/?)([^\s<>/]+)/y;

interface Tag {
  name: string;
  isEnd: boolean;
}

/** The tag after white space at a point; undefined if something else is there. */
const tagAt = ({ text, isLast }: Tape, at: number): Tag | 'unknown' | undefined => {
  let start = at;
  while (/\s/.test(text.charAt(start))) start += 1;
  if (start >= text.length) return isLast ? undefined : 'unknown';
  if (text.charAt(start) !== '<') return undefined;
  tag.lastIndex = start;
  const match = tag.exec(text);
  const isWhole = match !== null && start + match[0].length < text.length;
  if (!isWhole && !isLast && text.length - start < longTag) return 'unknown';
  return match === null ? undefined : { name: match[2] ?? '', isEnd: match[1] === '/' };
};

/**
 * Judges a `]]>` inside a CDATA section. WordPress 3 and other programs wrote it unescaped when it stood in a text, so it
 * ends the section only if the element ends after it, too.
 * @param at the point after it
 * @param element the element that the section stands in, as the file names it
 */
export const judgeEnd = (
  tape: Tape,
  at: number,
  element: string,
  isStructure: IsStructure,
): Verdict => {
  const { text, isLast } = tape;
  if (element === '') return 'end';
  const next = tagAt(tape, at);
  if (next === 'unknown') return 'unknown';
  if (next !== undefined) {
    if (next.name.startsWith('![CDATA[') || (next.isEnd && next.name === element)) return 'end';
    if (isStructure(next.name)) return next.isEnd ? 'swallowed' : 'end';
  }
  const closing = text.indexOf(`</${element}`, at);
  if (closing === -1) return isLast || text.length - at > horizon ? 'end' : 'unknown';
  const between = text.slice(at, closing).trimEnd();
  if (!between.endsWith(']]>')) return 'end';
  // Another section after plain text is right in XML; after a tag, it is a section inside a script of the text.
  const other = between.indexOf('<![CDATA[');
  return other !== -1 && !between.slice(0, other).includes('<') ? 'end' : 'text';
};

/**
 * Judges an end tag inside a CDATA section that could be the element's own: does the section end here, left open?
 * @param at the point after the tag's name
 */
export const judgeTag = (tape: Tape, at: number, isStructure: IsStructure): Verdict => {
  const { text, isLast } = tape;
  const close = text.indexOf('>', at);
  if (close === -1) return isLast || text.length - at > longTag ? 'text' : 'unknown';
  if (text.slice(at, close).trim() !== '') return 'text';
  const next = tagAt(tape, close + 1);
  if (next === 'unknown') return 'unknown';
  return next !== undefined && isStructure(next.name) ? 'end' : 'text';
};
