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

/** The shapes of address that WordPress offers under Settings → Permalinks, as patterns of this paper's. */
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
   * Their files are written, and the build says what goes beyond their limits. Where left out, the files of all are
   * written, in the words that all understand. `docs/hosting/` has a page for each.
   */
  hosts: z.array(z.enum(hosts)).min(1).optional(),
  /** Copies of text files, packed beforehand: `[gzip, brotli]`, for nginx, Apache and Caddy. Other hosts pack by themselves. */
  compressedCopies: z.array(z.enum(['gzip', 'brotli'])).default([]),
  /**
   * How far a browser that has seen the paper insists on https: on `this-host`, on its `subdomains` too, or, with
   * `preload`, from the first visit on (hstspreload.org). The wider ones bind every site under the domain, for one year, or with `preload` two.
   */
  httpsOnly: z.enum(['this-host', 'subdomains', 'preload']).default('this-host'),
  /** The paper was run by WordPress: its shapes of address lead to what is here now. `{}` is enough. */
  wordPress: z
    .strictObject({
      /** The shapes that its permalinks had: day-and-name, month-and-name, post-name. Name yours alone in a large paper. */
      permalinks: z.array(z.enum(permalinkNames)).default(permalinkNames),
    })
    .optional(),
});

export type Hosting = z.output<typeof hostingSchema>;
