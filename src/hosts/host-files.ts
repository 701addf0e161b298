import { type Host, hosts } from '../schemas/hosting.ts';
import { apache } from './apache.ts';
import { caddy } from './caddy.ts';
import { cloudfront } from './cloudfront.ts';
import { within } from './limits.ts';
import { netlifyAndCloudflare } from './netlify-cloudflare.ts';
import { nginx } from './nginx.ts';
import type { Files, Served } from './served.ts';
import { vercel } from './vercel.ts';

/** The files that a paper's hosts need, by where they belong. */
export interface HostFiles {
  /** At the root of the site. */
  root: Files;
  /** In the paper's own folder: the root, unless there is a base path. */
  paper: Files;
  /** Outside the site: whoever runs the server installs them. */
  outside: Files;
}

/**
 * Hosts whose settings are loaded by hand, before or after the pages are published. Their files go outside the site,
 * each host's into a folder of its name.
 */
export const apart: readonly Host[] = ['nginx', 'caddy', 'cloudfront'];

/**
 * Every file that the hosts of a paper read, within each host's limits.
 * @param chosen the hosts; by default all of them, with shared files written so that all hosts understand them
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
  // A file that both read must stay within the stricter limits.
  const strictest = readers.at(-1);
  return {
    root: {
      ...(strictest ? netlifyAndCloudflare(forHost(strictest), readers) : {}),
      ...only('vercel', vercel),
      ...only('github-pages', () => ({ '.nojekyll': '' })),
    },
    paper: only('apache', apache),
    outside: {
      ...only('nginx', nginx),
      ...only('caddy', caddy),
      ...only('cloudfront', cloudfront),
    },
  };
};
