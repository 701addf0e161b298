/** An old address, parsed. */
export interface OldAddress {
  /** Its path with the base path, decoded (UTF-8), without a trailing slash; the root is `/`. */
  path: string;
  /** The query parameters that a request must have, decoded. */
  query: readonly (readonly [name: string, value: string])[];
  /** Whether it stands for everything in a folder. */
  folder: boolean;
}

/**
 * The old addresses of a paper. `to` is where they redirect: an encoded path with the base path, or an absolute URL.
 */
export interface Redirects {
  /** Addresses without a query. */
  exact: { path: string; to: string }[];
  /** Addresses that depend on a query, such as `/?p=123`. No static page can answer them. */
  queried: { path: string; query: OldAddress['query']; to: string }[];
  /** Folders, the innermost first. With `keepsRest`, the rest of the old address is appended to `to`. */
  folders: { path: string; to: string; keepsRest: boolean }[];
}

/**
 * The same key for every spelling of an address: case, encoding, and a slash or `index.html` at the end do not matter.
 */
export const addressKey = (address: string): string => {
  const key = (address.includes('%') ? decodeURI(address) : address).toLowerCase();
  if (key.endsWith('/index.html')) return key.slice(0, -'index.html'.length);
  return key.endsWith('/') ? key : `${key}/`;
};

/** Parses an old address: as written in copy, but with the base path. */
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

/** A path encoded as in a request (WHATWG URL), and so are the characters with a meaning in the rules of hosts. */
export const encodedPath = (path: string): string =>
  encodeURI(path).replaceAll(
    /[?#*:$]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A path as it is usually requested: with a trailing slash, unless it has a file extension. */
export const slashed = (path: string): string =>
  path.endsWith('/') || /\.[^/]*$/.test(path) ? path : `${path}/`;

/** Escapes text for a regular expression (PCRE, RE2, ECMAScript). */
export const escapePattern = (text: string): string =>
  text.replaceAll(/[.+?^${}()|[\]\\*]/g, String.raw`\$&`);

/** A pattern that matches a path in a raw request, with each character encoded or not. */
export const rawPathPattern = (path: string): string =>
  Array.from(path, (character) => {
    const encoded = encodeURIComponent(character);
    const plain = escapePattern(character);
    return encoded === character || character === '/' ? plain : `(?:${plain}|${encoded})`;
  }).join('');

/**
 * A pattern for the rest of an old address, which follows a slash. No part of it is empty or holds a backslash, which
 * browsers take for a slash: a new address that begins with two slashes, even once its dots are resolved (RFC 3986,
 * 5.2.4), is on another host.
 * @param end the character that ends a path: `?` in a raw request
 */
export const restPattern = (end: '?' | ''): string => {
  const part = `[^/\\\\${end}]+`;
  return `${part}(?:/${part})*/?`;
};

/**
 * A new address for a `Location` header (RFC 9110): encoded, and so are characters special to servers' configurations.
 */
const location = (address: string): string => {
  const here = 'https://paper.invalid';
  const { href, origin } = new URL(address, here);
  return (origin === here ? href.slice(here.length) : href).replaceAll(
    /[${}\\]/g,
    encodeURIComponent,
  );
};

/** Sorts old addresses by the kind of rule that a host needs for them. */
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
