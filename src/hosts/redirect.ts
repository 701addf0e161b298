/** An old address, taken apart. */
export interface OldAddress {
  /** Its path with the base path, decoded (UTF-8), without a slash at its end; the root is `/`. */
  path: string;
  /** The parameters that its query must have, decoded. */
  query: readonly (readonly [name: string, value: string])[];
  /** Whether it is all that was in a folder. */
  folder: boolean;
}

/** The old addresses of a paper and where they lead now: an encoded path with the base path, or an absolute address. */
export interface Redirects {
  /** Addresses without a query. */
  exact: { path: string; to: string }[];
  /** Addresses that a query makes: `/?p=123`. No static page can answer them. */
  queried: { path: string; query: OldAddress['query']; to: string }[];
  /** Folders, the innermost first. Where the rest of an old address is kept, it follows on `to`. */
  folders: { path: string; to: string; keepsRest: boolean }[];
}

/** What two spellings of one address have in common: capitals, encoding, a slash or `index.html` at the end. */
export const addressKey = (address: string): string =>
  decodeURI(address)
    .toLowerCase()
    .replace(/(?:\/index\.html|\/)?$/, '/');

/** Takes an old address apart, as it is written in copy but with the base path. */
export const readOldAddress = (address: string): OldAddress => {
  const at = address.indexOf('?');
  const written = at < 0 ? address : address.slice(0, at);
  const folder = written.endsWith('/*');
  const path = decodeURIComponent(folder ? written.slice(0, -1) : written)
    .replaceAll(/\/+/g, '/')
    .replace(/\/$/, '');
  const query = at < 0 ? [] : [...new URLSearchParams(address.slice(at + 1))];
  return { path: path === '' ? '/' : path, query, folder };
};

/** A path as it stands in a request (WHATWG URL), without the signs that the rules of hosts take for their own. */
export const encodedPath = (path: string): string =>
  encodeURI(path).replaceAll(
    /[?#*:$]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A path as it is mostly asked for: with a slash at its end, unless it has the ending of a file. */
export const slashed = (path: string): string =>
  path.endsWith('/') || /\.[^/]*$/.test(path) ? path : `${path}/`;

/** Text as a pattern that matches just that text (PCRE, RE2, ECMAScript). */
export const escapePattern = (text: string): string =>
  text.replaceAll(/[.+?^${}()|[\]\\*]/g, String.raw`\$&`);

/** A pattern for a path as it may stand in a request: characters as they are, or encoded. */
export const undecoded = (path: string): string =>
  Array.from(path, (character) => {
    const encoded = encodeURIComponent(character);
    const asIs = escapePattern(character);
    return encoded === character || character === '/' ? asIs : `(?:${asIs}|${encoded})`;
  }).join('');

/** A new address for a `Location` header (RFC 9110): encoded, and without signs that a server's configuration reads. */
const location = (address: string): string => {
  const here = 'https://paper.invalid';
  const { href, origin } = new URL(address, here);
  return (origin === here ? href.slice(here.length) : href).replaceAll(
    /[${}\\]/g,
    encodeURIComponent,
  );
};

/** Sorts old addresses by what a host needs to know them. */
export const sortRedirects = (
  moved: readonly (readonly [from: string, to: string])[],
): Redirects => {
  const redirects: Redirects = { exact: [], queried: [], folders: [] };
  for (const [from, address] of moved) {
    const { path, query, folder } = readOldAddress(from);
    const keepsRest = address.endsWith('/*');
    const to = location(keepsRest ? address.slice(0, -1) : address);
    if (folder) redirects.folders.push({ path, to, keepsRest });
    else if (query.length > 0) redirects.queried.push({ path, query, to });
    else redirects.exact.push({ path, to });
  }
  redirects.folders.sort((a, b) => b.path.length - a.path.length);
  return redirects;
};
