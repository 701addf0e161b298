/*
 * What the desk's page takes for `node:path`: the part of it that code shared with the build uses, for paths with slashes
 * (POSIX.1-2017, 4.13). A page has no current folder, so relative paths begin at the root.
 */

export const sep = '/';

/** Whether a path begins at the root. */
export const isAbsolute = (path: string): boolean => path.startsWith('/');

/** A path without `.`, `..` and double slashes, as far as they can be resolved. */
export const normalize = (path: string): string => {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isAbsolute(path)) parts.push('..');
  }
  const joined = `${isAbsolute(path) ? '/' : ''}${parts.join('/')}`;
  if (joined === '') return '.';
  return path.endsWith('/') && !joined.endsWith('/') ? `${joined}/` : joined;
};

/** Joins parts with slashes. */
export const join = (...parts: string[]): string =>
  normalize(parts.filter((part) => part !== '').join('/'));

/** An absolute path: each part is seen from the one before. */
export const resolve = (...parts: string[]): string => {
  const from = parts.findLastIndex(isAbsolute);
  const path = normalize(`/${parts.slice(Math.max(from, 0)).join('/')}`);
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
};

const withoutLastSlashes = (path: string): string => path.replace(/(?<=[^/])\/+$/, '');

/** The folder that something is in. */
export const dirname = (path: string): string => {
  const at = withoutLastSlashes(path).lastIndexOf('/');
  if (at === -1) return '.';
  return at === 0 ? '/' : withoutLastSlashes(path.slice(0, at));
};

/** The last part of a path, without an ending that is given. */
export const basename = (path: string, ending = ''): string => {
  const trimmed = withoutLastSlashes(path);
  const name = trimmed.slice(trimmed.lastIndexOf('/') + 1);
  return ending !== '' && name.endsWith(ending) && name !== ending
    ? name.slice(0, -ending.length)
    : name;
};

/** The ending of a name, with its dot. A name that begins with its only dot has none. */
export const extname = (path: string): string => {
  const name = basename(path);
  const at = name.lastIndexOf('.');
  return at <= 0 ? '' : name.slice(at);
};

/** The way from one folder to something else. */
export const relative = (from: string, to: string): string => {
  const start = resolve(from).split('/').filter(Boolean);
  const end = resolve(to).split('/').filter(Boolean);
  const differs = start.findIndex((part, index) => part !== end[index]);
  const common = differs === -1 ? start.length : differs;
  return [...start.slice(common).map(() => '..'), ...end.slice(common)].join('/');
};
