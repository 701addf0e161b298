import { namedTypes } from './media-types.ts';
import { encodedPath, slashed } from './redirect.ts';
import type { Files, Served } from './served.ts';

/** The hosts that read `_headers` and `_redirects`. */
export type Reader = 'netlify' | 'cloudflare-pages';

/**
 * With several rules for one header, Netlify uses the last value. Cloudflare joins all values, unless a rule first
 * removes the earlier ones (`! Name`), a line that Netlify ignores.
 */
const headersFile = ({ base, headers, desk }: Served): string => {
  const named = Object.entries(namedTypes).map(([file, type]) => ({
    paths: [`*${file}`],
    headers: { 'Content-Type': `${type}; charset=utf-8` },
  }));
  return [...headers, ...desk, ...named]
    .flatMap(({ paths, headers: values }, n) =>
      paths.map((path) =>
        [
          base + path,
          ...Object.entries(values).flatMap(([name, value]) => [
            ...(n > 0 ? [`  ! ${name}`] : []),
            `  ${name}: ${value}`,
          ]),
        ].join('\n'),
      ),
    )
    .join('\n\n');
};

/** Cloudflare's limit for rules without a `*`. */
const maxExact = 2000;

const redirectsFile = (
  { origin, redirects: { exact, queried, folders } }: Served,
  readers: readonly Reader[],
): string => {
  const forCloudflare = readers.includes('cloudflare-pages');
  // If there is a file at the old address, Netlify redirects only with `!`, which Cloudflare does not know.
  const status = forCloudflare ? '301' : '301!';
  const lines = [
    ...queried.map(({ path, query, to }) => {
      const asked = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      return [encodedPath(path), ...asked, to];
    }),
    ...[
      ...exact.map(({ path, to }) => [slashed(encodedPath(path)), to]),
      // On Netlify, `/folder/*` also matches the folder itself.
      ...(forCloudflare ? folders.map(({ path, to }) => [encodedPath(path), to]) : []),
    ].slice(0, forCloudflare ? maxExact : undefined),
    ...folders.flatMap(({ path, to, keepsRest }) => {
      const from = encodedPath(path);
      if (!keepsRest || to !== '/') return [[`${from}/*`, keepsRest ? `${to}:splat` : to]];
      // If the rest began with a slash, the target would be another host: `//elsewhere.example`. So the target names
      // the origin; Cloudflare strips that again, and needs the rule for two slashes as well.
      return [...(forCloudflare ? [[`${from}//*`, to]] : []), [`${from}/*`, `${origin}/:splat`]];
    }),
  ];
  return lines.map((line) => [...line, status].join(' ')).join('\n');
};

/**
 * The `_headers` and `_redirects` that Netlify and Cloudflare Pages read at the root of a site. The redirects must be
 * within the limits of the readers.
 * @param readers the hosts to write for; for both, only what both understand is used
 */
export const netlifyAndCloudflare = (served: Served, readers: readonly Reader[]): Files => ({
  _headers: `${headersFile(served)}\n`,
  _redirects: `${redirectsFile(served, readers)}\n`,
});
