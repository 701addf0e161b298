import { type Host, hosts } from '../schemas/hosting.ts';

/** File names next to the front page that are reserved for what the build writes. */
const reservedNames: Partial<Record<Host, readonly string[]>> = {
  netlify: ['_headers', '_redirects'],
  'cloudflare-pages': ['_headers', '_redirects'],
  vercel: ['vercel.json'],
  apache: ['.htaccess'],
};

/** The names of the files that the chosen hosts read next to the front page; without a choice, those of all hosts. */
export const hostFileNames = (chosen: readonly Host[] = hosts): string[] => [
  ...new Set(chosen.flatMap((host) => reservedNames[host] ?? [])),
];
