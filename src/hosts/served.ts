import { createHash } from 'node:crypto';
import type { Hosting } from '../schemas/hosting.ts';
import type { HeaderRule } from './headers.ts';
import type { Redirects } from './redirect.ts';

/** What a host must know of a paper. */
export interface Served {
  /** The public origin. */
  origin: string;
  /** The base path: `/`, or `/paper/`. */
  base: string;
  headers: readonly HeaderRule[];
  /** The same for hosts whose settings are not published with the pages, in the same step. */
  headersApart: readonly HeaderRule[];
  redirects: Redirects;
  /** How copies of text files were packed beforehand. */
  packed: Hosting['compressedCopies'];
}

/** Files by their paths. */
export type Files = Record<string, string>;

/** nginx has room for names of some forty signs. */
const longestName = 24;

/**
 * A name for variables in a server's configuration, which several papers may share: `news_example_paper`. It begins with
 * a letter, because servers read `$2…` as something else.
 */
export const nameOf = ({ origin, base }: Pick<Served, 'origin' | 'base'>): string => {
  const whole = `${new URL(origin).host}${base}`;
  const name = whole
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replace(/^(?![a-z])_?/, 'paper_')
    .replace(/_$/, '');
  if (name.length <= longestName) return name;
  const digest = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  return `${name.slice(0, longestName - digest.length - 1)}_${digest}`;
};

/** The initials of a header, for the name of a variable. */
export const initials = (header: string): string =>
  header
    .split('-')
    .map((word) => word.charAt(0).toLowerCase())
    .join('');
