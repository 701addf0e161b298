import { outsideKept } from './tags.ts';

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
 */
export const withoutIdleQuotes = (html: string): string => {
  const body = html.indexOf('<body');
  if (body < 0) return html;
  return (
    html.slice(0, body) +
    outsideKept(html.slice(body), (pieces) =>
      pieces.map((piece, n) => (n % 2 === 1 ? withoutQuotes(piece) : piece)),
    )
  );
};
