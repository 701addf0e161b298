import { z } from 'zod';

/** The hosts that the build writes files for. */
export const hosts = [
  'netlify',
  'cloudflare-pages',
  'vercel',
  'github-pages',
  'nginx',
  'apache',
  'caddy',
  'cloudfront',
] as const;
export type Host = (typeof hosts)[number];

/** The permalink structures that WordPress offers under Settings → Permalinks, as patterns of this paper. */
export const wordPressPermalinks = {
  'day-and-name': '/{yyyy}/{mm}/{dd}/{slug}/',
  'month-and-name': '/{yyyy}/{mm}/{slug}/',
  'post-name': '/{slug}/',
} as const;

const permalinkNames = Object.keys(wordPressPermalinks) as (keyof typeof wordPressPermalinks)[];

/** Where the paper is served, in `publication.ts`. The docstring of each field is its manual. */
export const hostingSchema = z.strictObject({
  /**
   * The hosts that serve the paper: netlify, cloudflare-pages, vercel, github-pages, nginx, apache, caddy, cloudfront.
   * The build writes their configuration files and reports whatever exceeds their limits. Left out, it writes the files
   * of all hosts, with only the rules that all of them understand. `docs/hosting/` has a page for each.
   */
  hosts: z.array(z.enum(hosts)).min(1).optional(),
  /**
   * Compressed copies of text and WebAssembly for nginx, Apache and Caddy: `['gzip', 'brotli']`. Other hosts compress by
   * themselves.
   */
  compressedCopies: z.array(z.enum(['gzip', 'brotli'])).default([]),
  /**
   * Where browsers that have visited the paper insist on https: on `this-host`, on its `subdomains` too, or, with
   * `preload`, from the very first visit (hstspreload.org). The last two bind every site under the domain for one year,
   * or two with `preload`.
   */
  httpsOnly: z.enum(['this-host', 'subdomains', 'preload']).default('this-host'),
  /**
   * Set this if the paper used to run on WordPress: its old addresses then redirect to the new ones. `{}` is enough.
   */
  wordPress: z
    .strictObject({
      /**
       * The permalink structures that it used: day-and-name, month-and-name, post-name. In a large paper, name only
       * yours.
       */
      permalinks: z.array(z.enum(permalinkNames)).default(permalinkNames),
    })
    .optional(),
});

export type Hosting = z.output<typeof hostingSchema>;
