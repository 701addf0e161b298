import { outsideKept } from './tags.ts';

/** Elements that start and end a line, or show nothing: browsers drop the spaces around them. */
const lines = [
  'html|head|title|meta|link|body|header|main|footer|nav|section|article|aside|div|dialog|template|hgroup|h[1-6]',
  'p|blockquote|hr|br|ul|ol|li|dl|dt|dd|figure|figcaption|source|details|summary|form|fieldset',
  'table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td',
].join('|');

/** Elements within a line. */
const words = 'a|abbr|b|bdi|cite|code|em|i|mark|picture|q|s|small|span|strong|sub|sup|time|u';

const kinds = {
  line: new RegExp(`^</?(?:${lines})[\\s/>]`, 'i'),
  opening: new RegExp(`^<(?:${words})[\\s>]`, 'i'),
  closing: new RegExp(`^</(?:${words})>`, 'i'),
  // Lines of its own, within another.
  boxStart: /^<button[\s>]/i,
  boxEnd: /^<\/button>/i,
};
type Kind = keyof typeof kinds;

const kindOf = (tag: string): Kind | undefined =>
  (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].test(tag));

// Not `\s`, which is also what holds words together.
const leading = /^[ \t\n\r\f]+/;
const trailing = /[ \t\n\r\f]+$/;

const withoutSpaces = (pieces: string[]): string[] => {
  /** Whether a space would not show here: a line starts, or there has been one, and at most elements open since. */
  let atStart = false;
  /** The text that ends with a space, if only elements close since. */
  let ending: number | undefined;
  const dropEnding = (): void => {
    if (ending !== undefined) pieces[ending] = pieces[ending]?.replace(trailing, '') ?? '';
    ending = undefined;
  };
  pieces.forEach((piece, n) => {
    if (n % 2 === 1) {
      const kind = kindOf(piece);
      if (kind === 'line' || kind === 'boxEnd') dropEnding();
      else if (kind !== 'closing') ending = undefined;
      if (kind !== 'opening') atStart = kind === 'line' || kind === 'boxStart';
      return;
    }
    const text = piece.replace(leading, atStart ? '' : ' ').replace(trailing, ' ');
    pieces[n] = text;
    if (text === '') return;
    // Of two spaces, the one outside stays: it is not underlined with a link, nor lost in a box.
    if (text.startsWith(' ')) dropEnding();
    atStart = text.endsWith(' ');
    ending = atStart ? n : undefined;
  });
  return pieces;
};

/**
 * Drops the spaces of a page that no browser shows. Templates leave one wherever a line ends, and together they are more
 * than a hundred bytes of a compressed page.
 */
export const withoutIdleSpaces = (html: string): string => outsideKept(html, withoutSpaces);
