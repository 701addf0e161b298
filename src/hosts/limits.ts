import type { Host } from '../schemas/hosting.ts';
import type { Redirects } from './redirect.ts';

/** How many redirects a host accepts, of each kind and in all. */
interface Limits {
  exact: number;
  queried: number;
  folders: number;
  all: number;
  /** The most bytes that they may take up together, markup included. */
  bytes: number;
}

const unlimited: Limits = {
  exact: Infinity,
  queried: Infinity,
  folders: Infinity,
  all: Infinity,
  bytes: Infinity,
};

/** As documented by the hosts. */
export const limits: Readonly<Record<Host, Limits>> = {
  netlify: unlimited,
  'cloudflare-pages': { ...unlimited, exact: 2000, queried: 0, folders: 100 },
  vercel: { ...unlimited, all: 2048 },
  'github-pages': { ...unlimited, all: 0, queried: 0, folders: 0 },
  nginx: unlimited,
  // Apache reads `.htaccess` again for every request: a thousand rules take it some milliseconds.
  apache: { ...unlimited, all: 1000 },
  caddy: unlimited,
  // The largest file that a key value store can be imported from.
  cloudfront: { ...unlimited, bytes: 5_000_000 },
};

/**
 * The redirects that fit within a host's limits. Exact ones come last: an address without a rule still has a page that
 * redirects.
 */
export const within = ({ exact, queried, folders }: Redirects, host: Host): Redirects => {
  const limit = limits[host];
  let { all: left, bytes: room } = limit;
  const take = <R extends Redirects['exact'][number]>(list: readonly R[], most: number): R[] => {
    const taken: R[] = [];
    for (const redirect of list) {
      room -= Buffer.byteLength(JSON.stringify(redirect)) + 16;
      if (taken.length >= most || left <= 0 || room < 0) break;
      left -= 1;
      taken.push(redirect);
    }
    return taken;
  };
  return {
    folders: take(folders, limit.folders),
    queried: take(queried, limit.queried),
    exact: take(exact, limit.exact),
  };
};
