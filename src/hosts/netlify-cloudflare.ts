import { namedTypes } from './media-types.ts';
import { encodedPath, slashed } from './redirect.ts';
import type { Files, Served } from './served.ts';

/** The hosts that read `_headers` and `_redirects`. */
export type Reader = 'netlify' | 'cloudflare-pages';

/**
 * Netlify lets the last value of a header count, Cloudflare joins them all unless the former ones are taken back
 * (`! Name`), a line that Netlify passes over.
 */
const headersFile = ({ base, headers }: Served): string => {
  const named = Object.entries(namedTypes).map(([file, type]) => ({
    paths: [`*${file}`],
    headers: { 'Content-Type': `${type}; charset=utf-8` },
  }));
  return [...headers, ...named]
    .flatMap(({ paths, headers: values }, n) =>
      paths.map((form) =>
        [
          base + form,
          ...Object.entries(values).flatMap(([name, value]) => [
            ...(n > 0 ? [`  ! ${name}`] : []),
            `  ${name}: ${value}`,
          ]),
        ].join('\n'),
      ),
    )
    .join('\n\n');
};

/** Cloudflare's limit of rules without a `*`. */
const mostExact = 2000;

const redirectsFile = (
  { origin, redirects: { exact, queried, folders } }: Served,
  readers: readonly Reader[],
): string => {
  const forCloudflare = readers.includes('cloudflare-pages');
  // Where a page lies at the old address, Netlify leads on only if told to by `!`, which Cloudflare does not know.
  const status = forCloudflare ? '301' : '301!';
  const lines = [
    ...queried.map(({ path, query, to }) => {
      const asked = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      return [encodedPath(path), ...asked, to];
    }),
    ...[
      ...exact.map(({ path, to }) => [slashed(encodedPath(path)), to]),
      // Netlify takes the folder itself for a part of it.
      ...(forCloudflare ? folders.map(({ path, to }) => [encodedPath(path), to]) : []),
    ].slice(0, forCloudflare ? mostExact : undefined),
    ...folders.flatMap(({ path, to, keepsRest }) => {
      const from = encodedPath(path);
      if (!keepsRest || to !== '/') return [[`${from}/*`, keepsRest ? `${to}:splat` : to]];
      // A rest that begins with a slash would make a host's name of what follows it: `//elsewhere.example`. Netlify
      // needs the origin before it, which Cloudflare takes away again, but not the rule for two slashes.
      return [...(forCloudflare ? [[`${from}//*`, to]] : []), [`${from}/*`, `${origin}/:splat`]];
    }),
  ];
  return lines.map((line) => [...line, status].join(' ')).join('\n');
};

/**
 * What Netlify and Cloudflare Pages read at the root of a site: `_headers` and `_redirects`. The redirects must be
 * within the limits of the readers.
 * @param readers whom it is for; two understand less than one
 */
export const netlifyAndCloudflare = (served: Served, readers: readonly Reader[]): Files => ({
  _headers: `${headersFile(served)}\n`,
  _redirects: `${redirectsFile(served, readers)}\n`,
});
