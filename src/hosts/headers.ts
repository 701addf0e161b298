import { assetsFolder } from '../astro/printed-files.ts';
import { framedByNobody } from '../policy/site-policy.ts';
import type { Hosting } from '../schemas/hosting.ts';
import { escapePattern } from './redirect.ts';

/** Headers for the files whose paths are of one of the given forms. */
export interface HeaderRule {
  /** Paths from the paper's folder: `*` is anything, and the only sign of its kind. */
  paths: readonly string[];
  headers: Readonly<Record<string, string>>;
}

/** What a paper decides of its headers. */
export interface HeaderSetting {
  httpsOnly: Hosting['httpsOnly'];
  /**
   * A Content-Security-Policy that every page of this edition keeps to, where it is published together with the pages:
   * it changes with them. A page's own stands in it and counts beside this one.
   */
  policy?: string | undefined;
  /** Whether comments, in a frame of their service, open a window to sign in and wait for its answer. */
  opensWindows?: boolean | undefined;
}

const year = 365 * 24 * 60 * 60;

const transportSecurity: Record<Hosting['httpsOnly'], string> = {
  'this-host': `max-age=${year}`,
  subdomains: `max-age=${year}; includeSubDomains`,
  preload: `max-age=${2 * year}; includeSubDomains; preload`,
};

/**
 * What no page of a paper asks a browser for. Films in frames of other sites need autoplay, encrypted-media, fullscreen
 * and picture-in-picture, and comments storage-access, which are therefore not among them: a frame has only what it is
 * given.
 */
const denied = [
  ...['accelerometer', 'browsing-topics', 'camera', 'display-capture'],
  ...['gamepad', 'geolocation', 'gyroscope', 'hid', 'idle-detection'],
  ...['keyboard-map', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'otp-credentials'],
  ...['payment', 'publickey-credentials-create', 'publickey-credentials-get'],
  ...['screen-wake-lock', 'serial', 'sync-xhr', 'usb'],
  ...['window-management', 'xr-spatial-tracking'],
];

const caching = {
  immutable: { 'Cache-Control': `public, max-age=${year}, immutable` },
  revalidated: { 'Cache-Control': 'public, max-age=0, must-revalidate' },
  day: { 'Cache-Control': 'public, max-age=86400' },
  minutes: { 'Cache-Control': 'public, max-age=300' },
};

/** What is no page, and which a policy of pages would stop. */
const withoutPolicyOfPages: HeaderRule[] = [
  // Opened by themselves, they are shown by the browser's own means.
  {
    paths: ['m4a', 'mp3', 'mp4', 'ogg', 'pdf', 'wav', 'webm'].map((ending) => `*.${ending}`),
    headers: { 'Content-Security-Policy': framedByNobody },
  },
  // A worker asks by itself for what it keeps.
  {
    paths: ['sw.js'],
    headers: { 'Content-Security-Policy': "default-src 'none';connect-src 'self'" },
  },
];

const embeddable = { 'Cross-Origin-Resource-Policy': 'cross-origin' };

/**
 * The headers of a paper (RFC 6797, RFC 9111, WHATWG Fetch and HTML, W3C Permissions Policy): for everything first,
 * then for what is narrower; where a file is of several forms, the last to name a header counts.
 */
export const headerRules = ({
  httpsOnly,
  policy,
  opensWindows = false,
}: HeaderSetting): HeaderRule[] => [
  {
    paths: ['*'],
    headers: {
      'Strict-Transport-Security': transportSecurity[httpsOnly],
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': denied.map((feature) => `${feature}=()`).join(', '),
      'Cross-Origin-Opener-Policy': opensWindows ? 'same-origin-allow-popups' : 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': policy ?? framedByNobody,
      ...caching.revalidated,
    },
  },
  ...(policy === undefined ? [] : withoutPolicyOfPages),
  {
    paths: ['avif', 'gif', 'ico', 'jpeg', 'jpg', 'png', 'svg', 'webp'].map(
      (ending) => `*.${ending}`,
    ),
    headers: { ...caching.day, ...embeddable },
  },
  // Feeds, sitemaps, and what else machines ask for every few minutes.
  { paths: ['*.xml', '*.txt', '*feed.json'], headers: { ...caching.minutes, ...embeddable } },
  // Named by what is in them.
  {
    paths: [
      ...['fragment', 'index', 'filter'].map((folder) => `search/index/${folder}/*`),
      'search/volumes/*',
    ],
    headers: caching.immutable,
  },
  { paths: [`${assetsFolder}/*`, 'cards/*'], headers: { ...caching.immutable, ...embeddable } },
];

/** Forms of path as the source of a pattern for a whole path (ECMAScript, PCRE and RE2 alike). */
export const pathPattern = (forms: readonly string[], base: string): string => {
  const patterns = forms.map((form) => form.split('*').map(escapePattern).join('.*'));
  return `^${escapePattern(base)}(?:${patterns.join('|')})$`;
};

/** The headers of the file at a path, by the rules: what every host must come to. */
export const headersOf = (
  path: string,
  rules: readonly HeaderRule[],
  base: string,
): Record<string, string> =>
  Object.assign(
    {},
    ...rules
      .filter(({ paths }) => new RegExp(pathPattern(paths, base)).test(path))
      .map(({ headers }) => headers),
  ) as Record<string, string>;

/** A header whose value depends on the path. */
export interface VaryingHeader {
  name: string;
  /** What it is where nothing narrower is said. */
  value: string;
  /** What is said of narrower forms of path, the narrowest first: the first that fits counts. */
  narrower: { paths: readonly string[]; value: string }[];
}

/** Parts the headers of the rules into those that are the same everywhere and those that are not. */
export const partHeaders = (
  rules: readonly HeaderRule[],
): { same: [name: string, value: string][]; varying: VaryingHeader[] } => {
  const [everywhere, ...narrower] = rules;
  const values = Object.entries(everywhere?.headers ?? {});
  const varying = values.flatMap(([name, value]): VaryingHeader[] => {
    const exceptions = narrower.toReversed().flatMap(({ paths, headers }) => {
      const other = headers[name];
      return other === undefined ? [] : [{ paths, value: other }];
    });
    return exceptions.length === 0 ? [] : [{ name, value, narrower: exceptions }];
  });
  const names = new Set(varying.map(({ name }) => name));
  return { same: values.filter(([name]) => !names.has(name)), varying };
};
