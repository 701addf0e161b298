import type { Host } from '../schemas/hosting.ts';
import type { Redirects } from './redirect.ts';

/** How many redirects a host takes of each kind, and of all together. */
interface Limits {
  exact: number;
  queried: number;
  folders: number;
  all: number;
  /** How many bytes they may have together, with what stands around them. */
  bytes: number;
}

const unlimited: Limits = {
  exact: Infinity,
  queried: Infinity,
  folders: Infinity,
  all: Infinity,
  bytes: Infinity,
};

/** What the hosts' own manuals say. */
export const limits: Readonly<Record<Host, Limits>> = {
  netlify: unlimited,
  'cloudflare-pages': { ...unlimited, exact: 2000, queried: 0, folders: 100 },
  vercel: { ...unlimited, all: 2048 },
  'github-pages': { ...unlimited, all: 0, queried: 0, folders: 0 },
  nginx: unlimited,
  // Apache reads its file anew at every request: for a thousand it takes some milliseconds.
  apache: { ...unlimited, all: 1000 },
  caddy: unlimited,
  // The file that a key value store is made from.
  cloudfront: { ...unlimited, bytes: 5_000_000 },
};

/**
 * The redirects that a host takes. Exact ones are the last to be taken: where no rule leads on from an address, a page
 * does that the paper prints there.
 */
export const within = ({ exact, queried, folders }: Redirects, host: Host): Redirects => {
  const limit = limits[host];
  let { all: left, bytes: room } = limit;
  const take = <R extends Redirects['exact'][number]>(list: readonly R[], most: number): R[] => {
    const taken: R[] = [];
    for (const one of list) {
      room -= Buffer.byteLength(JSON.stringify(one)) + 16;
      if (taken.length >= most || left <= 0 || room < 0) break;
      left -= 1;
      taken.push(one);
    }
    return taken;
  };
  return {
    folders: take(folders, limit.folders),
    queried: take(queried, limit.queried),
    exact: take(exact, limit.exact),
  };
};
