import { assetsFolder } from '../astro/printed-files.ts';
import type { FeedFormat } from '../feeds/format.ts';
import { feedFormats } from '../feeds/formats.ts';
import { licenseType } from '../feeds/license-xml.ts';
import { miningOf } from '../feeds/mining.ts';
import type { StatedRights } from '../feeds/uses.ts';
import { framedByNobody } from '../policy/site-policy.ts';
import { type Host, type Hosting, hosts } from '../schemas/hosting.ts';
import { escapePattern } from './redirect.ts';

/** Whether every host of a paper sends the headers that it is told to; without a choice, it may be any host. */
export const sendsHeaders = (chosen: readonly Host[] = hosts): boolean =>
  !chosen.includes('github-pages');

/** Headers for the files whose paths match one of the given patterns. */
export interface HeaderRule {
  /** Paths relative to the paper's folder. `*` matches anything, slashes included, and is the only wildcard. */
  paths: readonly string[];
  headers: Readonly<Record<string, string>>;
}

/** What the headers of a paper depend on. */
export interface HeaderSetting {
  httpsOnly: Hosting['httpsOnly'];
  /**
   * A Content-Security-Policy that every page of this edition meets. Only for hosts that publish it together with the
   * pages, because it changes with them. Each page also carries its own, and browsers enforce both.
   */
  policy?: string | undefined;
  /** Whether the comment service, in its frame, opens a window to sign readers in and waits for its answer. */
  opensWindows?: boolean | undefined;
  /** What machines may do with the paper, if the publisher says so. */
  rights?: StatedRights | undefined;
  /** Whether only the newsroom may see the paper: no search engine shows it, and no cache on the way keeps it. */
  isClosed?: boolean | undefined;
}

const year = 365 * 24 * 60 * 60;

const transportSecurity: Record<Hosting['httpsOnly'], string> = {
  'this-host': `max-age=${year}`,
  subdomains: `max-age=${year}; includeSubDomains`,
  preload: `max-age=${2 * year}; includeSubDomains; preload`,
};

/**
 * Browser features that no page uses. A frame can use only what its page may pass on, so the list leaves out what
 * embedded videos need (autoplay, encrypted-media, fullscreen, picture-in-picture) and comments (storage-access).
 */
const denied = [
  ...['accelerometer', 'browsing-topics', 'camera', 'display-capture'],
  ...['gamepad', 'geolocation', 'gyroscope', 'hid', 'idle-detection'],
  ...['keyboard-map', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'otp-credentials'],
  ...['payment', 'publickey-credentials-create', 'publickey-credentials-get'],
  ...['screen-wake-lock', 'serial', 'sync-xhr', 'usb'],
  ...['window-management', 'xr-spatial-tracking'],
];

/** How long a file may be kept before it is asked for again (RFC 9111). */
export const caching = {
  immutable: { 'Cache-Control': `public, max-age=${year}, immutable` },
  revalidated: { 'Cache-Control': 'public, max-age=0, must-revalidate' },
  day: { 'Cache-Control': 'public, max-age=86400' },
  minutes: { 'Cache-Control': 'public, max-age=300' },
  seconds: { 'Cache-Control': 'public, max-age=15, stale-while-revalidate=15' },
};

/** Files that are not pages, and that a page's policy would break. */
const policyExceptions: HeaderRule[] = [
  // Opened directly, these play in the browser's own viewer.
  {
    paths: ['m4a', 'mp3', 'mp4', 'ogg', 'pdf', 'wav', 'webm'].map((extension) => `*.${extension}`),
    headers: { 'Content-Security-Policy': framedByNobody },
  },
  // The service worker fetches the pages and files that it caches.
  {
    paths: ['sw.js'],
    headers: { 'Content-Security-Policy': "default-src 'none';connect-src 'self'" },
  },
];

/** Sitemaps, `robots.txt` and its neighbours, and most feeds. */
const polledExtensions = ['.xml', '.txt'];

/** The paths of files that machines poll: those above, and each feed format with another extension. */
export const polledPaths = (formats: readonly Pick<FeedFormat, 'file'>[]): string[] => {
  const files = formats.map(({ file }) => file);
  const others = files.filter((file) => !polledExtensions.some((end) => file.endsWith(end)));
  return [...polledExtensions, ...others].map((end) => `*${end}`);
};

const embeddable = { 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** The same headers for a paper that only the newsroom may see. */
const closed = (rules: readonly HeaderRule[]): HeaderRule[] =>
  rules.map(({ paths, headers }) => ({
    paths,
    headers: Object.fromEntries([
      ...Object.entries(headers).map(([name, value]) => [
        name,
        name === 'Cache-Control' ? value.replace('public', 'private') : value,
      ]),
      ...(paths.includes('*') ? [['X-Robots-Tag', 'noindex, nofollow, noarchive']] : []),
    ]) as Record<string, string>,
  }));

/**
 * The headers of a paper (RFC 6797, RFC 9111, WHATWG Fetch and HTML, W3C Permissions Policy): first those of every
 * file, then the narrower rules. If several rules match a file, the last one to name a header wins.
 */
export const headerRules = ({ isClosed = false, ...setting }: HeaderSetting): HeaderRule[] =>
  isClosed ? closed(rulesFor(setting)) : rulesFor(setting);

/** What every file says of its rights: where the licence is (RSL 1.0), and whether mining is reserved (TDMRep). */
const rightsHeaders = (rights: StatedRights): Record<string, string> => ({
  Link: `<${rights.license}>; rel="license"; type="${licenseType}"`,
  ...Object.fromEntries(
    Object.entries(miningOf(rights) ?? {}).map(([name, value]) => [name, String(value)]),
  ),
});

const rulesFor = ({
  httpsOnly,
  policy,
  opensWindows = false,
  rights,
}: Omit<HeaderSetting, 'isClosed'>): HeaderRule[] => [
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
      ...(rights ? rightsHeaders(rights) : {}),
    },
  },
  ...(policy === undefined ? [] : policyExceptions),
  {
    paths: ['avif', 'gif', 'ico', 'jpeg', 'jpg', 'png', 'svg', 'webp'].map(
      (extension) => `*.${extension}`,
    ),
    headers: { ...caching.day, ...embeddable },
  },
  { paths: polledPaths(feedFormats), headers: { ...caching.minutes, ...embeddable } },
  // What open pages of live stories ask for.
  { paths: ['*/live.json'], headers: caching.seconds },
  // Files named after a digest of their content.
  {
    paths: [
      ...['fragment', 'index', 'filter'].map((folder) => `search/index/${folder}/*`),
      'search/volumes/*',
    ],
    headers: caching.immutable,
  },
  { paths: [`${assetsFolder}/*`, 'cards/*'], headers: { ...caching.immutable, ...embeddable } },
];

/**
 * Path patterns with `*` as the source of one regular expression for a whole path (valid in ECMAScript, PCRE and RE2).
 */
export const pathPattern = (paths: readonly string[], base: string): string => {
  const patterns = paths.map((path) => path.split('*').map(escapePattern).join('.*'));
  return `^${escapePattern(base)}(?:${patterns.join('|')})$`;
};

/** The headers that the rules give the file at a path. Every host must send exactly these. */
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
  /** Its value wherever no narrower rule applies. */
  value: string;
  /** Values for narrower patterns, the narrowest first: the first match wins. */
  narrower: { paths: readonly string[]; value: string }[];
}

/**
 * Splits the headers of the rules into those with the same value everywhere and those that vary. A header that the
 * first rule does not name is not among them: see {@link addedHeaders}.
 */
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

/** The headers that only narrower rules send. */
export const addedHeaders = ([everywhere, ...narrower]: readonly HeaderRule[]): {
  name: string;
  value: string;
  paths: readonly string[];
}[] =>
  narrower.flatMap(({ paths, headers }) =>
    Object.entries(headers)
      .filter(([name]) => !(name in (everywhere?.headers ?? {})))
      .map(([name, value]) => ({ name, value, paths })),
  );
