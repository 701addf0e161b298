/**
 * A character that a URL cannot hold as it is, or a percent sign that encodes nothing (WHATWG URL, URL code points).
 * Browsers accept more than that; validators and feed readers do not.
 */
const unfit = /[^\w!$&'()*+,\-./:;=?@~%#\u{A0}-\u{10FFFF}]|%(?![\da-f]{2})/giu;

/** The schemes of links that are printed, on pages and in feeds. */
export const linkSchemes = ['http', 'https', 'mailto', 'tel', 'sms'];

/** Whatever comes before the path: scheme and, for most schemes, user and host. */
const start = /^(?:[a-z][a-z\d+.-]*:)?(?:\/\/[^/?#]*)?/i;

const encoded = (text: string): string =>
  text.replaceAll(unfit, (character) =>
    character === '%' ? '%25' : encodeURIComponent(character.toWellFormed()),
  );

/** As browsers read an address (WHATWG URL): without spaces and control characters around it, or line breaks in it. */
export const asRead = (address: string): string =>
  // eslint-disable-next-line no-control-regex -- removing these characters is the point
  address.replaceAll(/^[\u0000-\u0020]+|[\u0000-\u0020]+$|[\t\n\r]/g, '');

/** Only a name in Latin letters is the same in every program: others are written as in the DNS (IDNA). */
const isFit = (address: string): boolean =>
  !/[^\x21-\x7e]|^[^/?#]*\/\/[^/?#]*%/.test(address) &&
  address.search(unfit) < 0 &&
  !/#.*#/.test(address);

/**
 * An address as HTML, feeds and structured data want it: characters that a URL cannot hold are encoded, and the host is
 * written as in the DNS. One that is right already stays as it is.
 * @param address an absolute address, a path on this site, or an address relative to a page
 * @returns undefined for what no browser could follow
 */
export const cleanAddress = (address: string): string | undefined => {
  const base = 'https://paper.invalid';
  const trimmed = asRead(address);
  const url = URL.parse(trimmed, base);
  // To browsers a backslash is a slash, so that a path could lead to another site.
  if (!url || /^[/\\]?\\/.test(trimmed)) return undefined;
  if (isFit(trimmed)) return trimmed;
  const isAbsolute = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(trimmed);
  const isOwn = !isAbsolute && trimmed.startsWith('/');
  const href = isAbsolute ? url.href : isOwn ? url.href.slice(base.length) : trimmed;
  const [before = ''] = isAbsolute ? (start.exec(href) ?? []) : [];
  const [rest = '', ...fragments] = href.slice(before.length).split('#');
  const fragment = fragments.length > 0 ? `#${encoded(fragments.join('%23'))}` : '';
  return before + encoded(rest) + fragment;
};

/** Whether an address has a user's name or password in it, which readers and servers would see. */
export const hasCredentials = (address: string): boolean => {
  const url = URL.parse(address.trim(), 'https://paper.invalid');
  return (
    url !== null &&
    /^(?:https?|ftp|wss?):$/.test(url.protocol) &&
    url.username + url.password !== ''
  );
};
