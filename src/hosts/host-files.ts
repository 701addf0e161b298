import { type Host, hosts } from '../schemas/hosting.ts';
import { apache } from './apache.ts';
import { caddy } from './caddy.ts';
import { cloudfront } from './cloudfront.ts';
import { within } from './limits.ts';
import { netlifyAndCloudflare } from './netlify-cloudflare.ts';
import { nginx } from './nginx.ts';
import type { Files, Served } from './served.ts';
import { vercel } from './vercel.ts';

/** The files of a paper's hosts, by where they belong. */
export interface HostFiles {
  /** At the root of the site. */
  root: Files;
  /** In the paper's own folder, which is the root unless there is a base path. */
  paper: Files;
  /** Beside what is served: whoever runs the server puts them where it reads them. */
  beside: Files;
}

/** What the build writes beside the front page for a host, and nobody else may. */
const atRoot: Partial<Record<Host, readonly string[]>> = {
  netlify: ['_headers', '_redirects'],
  'cloudflare-pages': ['_headers', '_redirects'],
  vercel: ['vercel.json'],
  apache: ['.htaccess'],
};

/** The names of the files that hosts read beside the front page; where none are chosen, those of all. */
export const hostFileNames = (chosen: readonly Host[] = hosts): string[] => [
  ...new Set(chosen.flatMap((host) => atRoot[host] ?? [])),
];

/**
 * Whoever runs these reads their settings in when they choose, before the pages are there or after: they lie beside what
 * is served, each in a folder of its name.
 */
export const apart: readonly Host[] = ['nginx', 'caddy', 'cloudfront'];

/**
 * Everything that the hosts of a paper read, each within its limits.
 * @param chosen the hosts; where none are, the files of all are written, in the words that all understand
 */
export const hostFiles = (served: Served, chosen: readonly Host[] = hosts): HostFiles => {
  const serves = (host: Host): boolean => chosen.includes(host);
  const forHost = (host: Host): Served => ({
    ...served,
    headers: apart.includes(host) ? served.headersApart : served.headers,
    redirects: within(served.redirects, host),
  });
  const only = (host: Host, files: (from: Served) => Files): Files =>
    serves(host) ? files(forHost(host)) : {};

  const readers = (['netlify', 'cloudflare-pages'] as const).filter(serves);
  // What both are to read must be within the limits of the narrower one.
  const narrowest = readers.at(-1);
  return {
    root: {
      ...(narrowest ? netlifyAndCloudflare(forHost(narrowest), readers) : {}),
      ...only('vercel', vercel),
      ...only('github-pages', () => ({ '.nojekyll': '' })),
    },
    paper: only('apache', apache),
    beside: { ...only('nginx', nginx), ...only('caddy', caddy), ...only('cloudfront', cloudfront) },
  };
};
