import { isKept, piecesOf } from './tags.ts';

/**
 * An attribute, one after the other: what looks like one in another's value is none. Without quotation marks, a value
 * would take in a slash that closes the tag.
 */
const attribute = /(\s[^\s"'<>/=]+)=(?:"([^"]*)"(?!\/)|"[^"]*"|'[^']*')/g;

/** A value that needs no quotation marks (HTML Standard, 13.1.2.3). */
const plain = /^[^\s"'`=<>]+$/;

const withoutQuotes = (tag: string): string =>
  tag.replace(attribute, (whole, name: string, value?: string) =>
    value !== undefined && plain.test(value) ? `${name}=${value}` : whole,
  );

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
