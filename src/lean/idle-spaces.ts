import { isKept, piecesOf } from './tags.ts';

/** Elements that start and end a line, or show nothing: browsers drop the spaces around them. */
const lines = [
  'html|head|title|meta|link|body|header|main|footer|nav|section|article|aside|div|dialog|template|hgroup|h1|h2|h3|h4|h5|h6',
  'p|blockquote|hr|br|ul|ol|li|dl|dt|dd|figure|figcaption|source|details|summary|form|fieldset',
  'table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td',
]
  .join('|')
  .split('|');

/** Elements within a line. */
const words = 'a|abbr|b|bdi|cite|code|em|i|mark|picture|q|s|small|span|strong|sub|sup|time|u'.split(
  '|',
);

/** Everything that may follow the name of an element in a tag. */
const afterName = [' ', '\t', '\n', '\r', '\f', '/', '>'];

type Kind = 'line' | 'opening' | 'closing' | 'boxStart' | 'boxEnd';

/** How tags begin, up to the sign after the name, and what that says of the spaces around them. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  ...lines.flatMap((name) =>
    afterName.flatMap((sign): [string, Kind][] => [
      [`<${name}${sign}`, 'line'],
      [`</${name}${sign}`, 'line'],
    ]),
  ),
  ...words.flatMap((name): [string, Kind][] => [
    ...afterName
      .filter((sign) => sign !== '/')
      .map((sign): [string, Kind] => [`<${name}${sign}`, 'opening']),
    [`</${name}>`, 'closing'],
  ]),
  // Lines of its own, within another.
  ...afterName
    .filter((sign) => sign !== '/')
    .map((sign): [string, Kind] => [`<button${sign}`, 'boxStart']),
  ['</button>', 'boxEnd'],
]);

/** Where the name of an element ends in its tag, from the second sign on. */
const endOfName = (tag: string): number => {
  let end = 2;
  while (end < tag.length) {
    const code = tag.charCodeAt(end);
    if (code <= 32 || code === 47 || code === 62) return end;
    end += 1;
  }
  return end;
};

const kindOf = (tag: string): Kind | undefined => {
  const begins = tag.slice(0, endOfName(tag) + 1);
  return kinds.get(begins) ?? kinds.get(begins.toLowerCase());
};

// Not `\s`, which is also what holds words together.
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13 && code !== 11);

const withoutLeading = (text: string): string => {
  let start = 0;
  while (isSpace(text.charCodeAt(start))) start += 1;
  return start === 0 ? text : text.slice(start);
};

const withoutTrailing = (text: string): string => {
  let end = text.length;
  while (isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
};

/** A text with at most one space at each end, and none at the start of a line. */
const narrowed = (text: string, atStart: boolean): string => {
  const first = withoutLeading(text);
  const led = first === text || atStart ? first : ` ${first}`;
  const last = withoutTrailing(led);
  return last === led ? led : `${last} `;
};

/**
 * Drops the spaces of a page that no browser shows. Templates leave one wherever a line ends, and together they are more
 * than a hundred bytes of a compressed page.
 * @param pieces a page in pieces, see `piecesOf`, which are changed in place
 */
export const dropIdleSpaces = (pieces: string[]): void => {
  /** Whether a space would not show here: a line starts, or there has been one, and at most elements open since. */
  let atStart = false;
  /** The text that ends with a space, if only elements close since. */
  let ending: number | undefined;
  const dropEnding = (): void => {
    if (ending !== undefined) pieces[ending] = withoutTrailing(pieces[ending] ?? '');
    ending = undefined;
  };
  for (const [n, piece] of pieces.entries()) {
    if (n % 2 === 1) {
      if (isKept(piece)) {
        atStart = false;
        ending = undefined;
        continue;
      }
      const kind = kindOf(piece);
      if (kind === 'line' || kind === 'boxEnd') dropEnding();
      else if (kind !== 'closing') ending = undefined;
      if (kind !== 'opening') atStart = kind === 'line' || kind === 'boxStart';
      continue;
    }
    if (piece === '') continue;
    const text = narrowed(piece, atStart);
    pieces[n] = text;
    if (text === '') continue;
    // Of two spaces, the one outside stays: it is not underlined with a link, nor lost in a box.
    if (text.startsWith(' ')) dropEnding();
    atStart = text.endsWith(' ');
    ending = atStart ? n : undefined;
  }
};

/** The same for a page in one piece. */
export const withoutIdleSpaces = (html: string): string => {
  const pieces = piecesOf(html);
  dropIdleSpaces(pieces);
  return pieces.join('');
};
