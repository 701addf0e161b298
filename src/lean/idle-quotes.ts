import { isKept, piecesOf } from './tags.ts';

/**
 * An attribute, one after the other: what looks like one in another's value is none. Without quotation marks, a value
 * would take in a slash that closes the tag.
 */
const attribute = /(\s[^\s"'<>/=]+)=(?:"([^"]*)"(?!\/)|"[^"]*"|'[^']*')/g;

/** A value that needs no quotation marks (HTML Standard, 13.1.2.3). */
const plain = /^[^\s"'`=<>]+$/;

const byPattern = (tag: string): string =>
  tag.replace(attribute, (whole, name: string, value?: string) =>
    value !== undefined && plain.test(value) ? `${name}=${value}` : whole,
  );

const codesOf = (signs: string): Set<number> =>
  new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
/** What ends a name, and what a value without quotation marks may not have. */
const endsName = codesOf(' \t\n\v\r\f"\'<>/=');
const wantsQuotes = codesOf(' \t\n\v\r\f"\'`=<>');

/** Whether an attribute has a name of its own before the equals sign at `end`. */
const isNamed = (tag: string, end: number): boolean => {
  let start = end;
  while (start > 0 && !endsName.has(tag.charCodeAt(start - 1))) start -= 1;
  return start < end && tag.charCodeAt(start - 1) <= 32;
};

const isPlain = (value: string): boolean => {
  for (let n = 0; n < value.length; n += 1) {
    const code = value.charCodeAt(n);
    if (code > 127) return plain.test(value);
    if (wantsQuotes.has(code)) return false;
  }
  return value !== '';
};

/** The same as by the pattern, in less time, for tags as templates write them. */
const withoutQuotes = (tag: string): string => {
  if (tag.includes("'")) return byPattern(tag);
  let written = '';
  let at = 0;
  for (let equals = tag.indexOf('="'); equals >= 0; equals = tag.indexOf('="', at)) {
    const end = tag.indexOf('"', equals + 2);
    if (end < 0 || !isNamed(tag, equals)) return byPattern(tag);
    const value = tag.slice(equals + 2, end);
    const isIdle = isPlain(value) && tag[end + 1] !== '/';
    written += isIdle ? tag.slice(at, equals + 1) + value : tag.slice(at, end + 1);
    at = end + 1;
  }
  return written + tag.slice(at);
};

/**
 * Drops the quotation marks that values of attributes do not need. The head keeps them, because simple programs read
 * it that look for them: whoever wants to show the card of a link.
 * @param pieces a page in pieces, see `piecesOf`, which are changed in place
 */
export const dropIdleQuotes = (pieces: string[]): void => {
  let inBody = false;
  for (let n = 1; n < pieces.length; n += 2) {
    const tag = pieces[n] ?? '';
    inBody ||= tag.startsWith('<body');
    if (inBody && tag.includes('="') && !isKept(tag)) pieces[n] = withoutQuotes(tag);
  }
};

/** The same for a page in one piece. */
export const withoutIdleQuotes = (html: string): string => {
  const pieces = piecesOf(html);
  dropIdleQuotes(pieces);
  return pieces.join('');
};
