import { createHash } from 'node:crypto';
import type { Hosting } from '../schemas/hosting.ts';
import type { HeaderRule } from './headers.ts';
import type { Redirects } from './redirect.ts';

/** What a host must know about a paper. */
export interface Served {
  /** The public origin. */
  origin: string;
  /** The base path: `/`, or `/paper/`. */
  base: string;
  headers: readonly HeaderRule[];
  /** The same for hosts whose settings are not published in one step with the pages. */
  headersApart: readonly HeaderRule[];
  /** What the desk's own files are sent with instead; empty if none is printed with the paper. */
  desk: readonly HeaderRule[];
  redirects: Redirects;
  /** The kinds of compressed copies that text files have. */
  compressed: Hosting['compressedCopies'];
}

/** Files in the paper's folder that only hosts read. Those with a leading dot are hidden anyway. */
export const settingsFiles = ['_headers', '_redirects', 'vercel.json'];

/** Texts of files, by path. */
export type Files = Record<string, string>;

/** nginx allows names of about forty characters. */
const maxLength = 24;

/**
 * A name for variables in a server's configuration, which several papers may share, such as `news_example_paper`. It
 * begins with a letter, because servers read `$2…` as a capture group.
 */
export const nameOf = ({ origin, base }: Pick<Served, 'origin' | 'base'>): string => {
  const whole = `${new URL(origin).host}${base}`;
  const name = whole
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replace(/^(?![a-z])_?/, 'paper_')
    .replace(/_$/, '');
  if (name.length <= maxLength) return name;
  const digest = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  return `${name.slice(0, maxLength - digest.length - 1)}_${digest}`;
};

/** The initials of a header's name, for a variable: `x-frame-options` gives `xfo`. */
export const initials = (header: string): string =>
  header
    .split('-')
    .map((word) => word.charAt(0).toLowerCase())
    .join('');
