import { addedHeaders, partHeaders, pathPattern } from './headers.ts';
import { compressibleTypes, mediaTypes, namedTypes, textTypes } from './media-types.ts';
import { escapePattern, rawPathPattern, type Redirects, restPattern } from './redirect.ts';
import { type Files, initials, nameOf, type Served, settingsFiles } from './served.ts';

/** Quotes a word for nginx's configuration. */
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** nginx ignores case only in ASCII letters. */
const asciiLower = (text: string): string =>
  text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

const map = (source: string, target: string, lines: readonly string[]): string =>
  [`map ${source} ${target} {`, ...lines.map((line) => `  ${line}`), '}', ''].join('\n');

const addHeader = (header: string, value: string): string =>
  `add_header ${header} ${value} always;`;

/** Keeps the query, unless the new address has a query or fragment of its own. */
const withQuery = (to: string): string => (/[?#]/.test(to) ? to : `${to}$is_args$args`);

/** The maps from old addresses to new ones, the hash size they need, and the variable that holds the new address. */
const redirectMaps = (
  { exact, queried, folders }: Redirects,
  name: string,
): { maps: string[]; hashSize: number; moved: string | undefined } => {
  if (exact.length + queried.length + folders.length === 0) {
    return { maps: [], hashSize: 2048, moved: undefined };
  }
  const rest = `$${name}_rest`;
  const inFolder = folders.map(({ path, to, keepsRest }) => {
    const pattern = `~*^${rawPathPattern(path)}(?:/+(?<${rest.slice(1)}>${restPattern('?')})?)?(?:\\?|$)`;
    return `${quoted(pattern)} ${quoted(keepsRest ? `${to}${rest}$is_args$args` : withQuery(to))};`;
  });
  const known = new Map(
    exact.flatMap(({ path, to }) =>
      [path, path.toLowerCase()].map((key) => [asciiLower(key), withQuery(to)] as const),
    ),
  );
  const maps = [
    map('$request_uri', `$${name}_folder`, ['default "";', ...inFolder]),
    map('$uri', `$${name}_path`, ['default $uri;', `"~^(?<${name}_bare>.+?)/+$" $${name}_bare;`]),
    map(`$${name}_path`, `$${name}_exact`, [
      `default $${name}_folder;`,
      ...[...known].map(([key, to]) => `${quoted(key)} ${quoted(to)};`),
    ]),
  ];
  let moved = `$${name}_exact`;
  const byNames = Map.groupBy(queried, ({ query }) =>
    query.map(([parameter]) => parameter).join('&'),
  );
  for (const [n, [names, redirects]] of [...byNames].entries()) {
    const next = `$${name}_query_${n}`;
    const asked = names.split('&').map((parameter) => `${parameter}=$arg_${parameter}`);
    const lines = redirects.map(({ path, query, to }) => {
      const key = query.map(([parameter, value]) => `${parameter}=${encodeURIComponent(value)}`);
      return `${quoted(`${path}?${key.join('&')}`)} ${quoted(to)};`;
    });
    maps.push(
      map(quoted(`$${name}_path?${asked.join('&')}`), next, [`default ${moved};`, ...lines]),
    );
    moved = next;
  }
  const hashSize = 2 ** Math.ceil(Math.log2(2048 + 4 * (known.size + queried.length)));
  return { maps, hashSize, moved };
};

/**
 * The configuration for nginx: `nginx/map-hash.conf` and `nginx/http.conf` for the http block, `nginx/server.conf` for
 * the server block, after `root`. The paper's name is part of every variable, so that several papers can share a
 * server.
 */
export const nginx = (served: Served): Files => {
  const { base, headers, desk, redirects, compressed } = served;
  const name = nameOf(served);
  const { same, varying: varyingForReaders } = partHeaders(headers);
  const { varying } = partHeaders([...headers, ...desk]);
  // nginx sends no header whose value is empty.
  const added = addedHeaders([...headers, ...desk]).map(({ name: header, value, paths }) => ({
    name: header,
    value: '',
    narrower: [{ paths, value }],
  }));
  const everywhere = new Map(same);
  const mapped = [...varying, ...added];
  const isMapped = new Set(mapped.map(({ name: header }) => header));
  // In the same order with and without a desk.
  const sent = [
    ...new Set([
      ...same.map(([header]) => header),
      ...varyingForReaders.map((one) => one.name),
      ...isMapped,
    ]),
  ];
  const variable = (header: string): string => `$${name}_${initials(header)}`;
  const { maps, hashSize, moved } = redirectMaps(redirects, name);
  // HTML is there already.
  const besidesHtml = (types: readonly string[]): string =>
    types.filter((type) => type !== 'text/html').join(' ');

  return {
    'nginx/map-hash.conf': [
      '# Include this file once, before any map; if several papers have one, the file with the larger numbers.',
      '# There may be more addresses, and longer ones, than nginx expects.',
      'map_hash_bucket_size 1024;',
      `map_hash_max_size ${hashSize};`,
      '# Here, because two papers may share a server block, where it may stand only once.',
      'absolute_redirect off;',
      '',
    ].join('\n'),
    'nginx/http.conf': [
      '# Written by the build, for the http block. See docs/hosting/nginx.md.',
      '',
      ...mapped.map(({ name: header, value, narrower }) =>
        map('$uri', variable(header), [
          ...narrower.map(
            ({ paths, value: other }) =>
              `${quoted(`~${pathPattern(paths, base)}`)} ${quoted(other)};`,
          ),
          `default ${quoted(value)};`,
        ]),
      ),
      ...maps,
    ].join('\n'),
    'nginx/server.conf': [
      '# Written by the build, for the server block, after `root`. See docs/hosting/nginx.md.',
      // For redirects. A location with its own `add_header` inherits none of these.
      ...(moved
        ? [
            ...same.map(([header, value]) => addHeader(header, quoted(value))),
            `if (${moved}) { return 301 ${moved}; }`,
          ]
        : []),
      `location ${base} {`,
      '  index index.html;',
      `  error_page 403 404 =404 ${base}404.html;`,
      '  types {',
      ...Object.entries(mediaTypes).map(([extension, type]) => `    ${type} ${extension};`),
      '  }',
      '  default_type application/octet-stream;',
      '  charset utf-8;',
      `  charset_types ${besidesHtml(textTypes)};`,
      '  gzip on;',
      '  gzip_vary on;',
      '  gzip_comp_level 6;',
      '  gzip_min_length 512;',
      `  gzip_types ${besidesHtml(compressibleTypes)};`,
      ...(compressed.includes('gzip') ? ['  gzip_static on;'] : []),
      ...(compressed.includes('brotli') ? ['  brotli_static on;'] : []),
      ...sent.map((header) => {
        const value = isMapped.has(header)
          ? variable(header)
          : quoted(everywhere.get(header) ?? '');
        return `  ${addHeader(header, value)}`;
      }),
      `  location = ${base}404.html { internal; }`,
      '  location ~ "/\\.(?!well-known/)" { return 404; }',
      `  location ~ ${quoted(pathPattern(settingsFiles, base))} { return 404; }`,
      ...Object.entries(namedTypes).map(
        ([file, type]) =>
          `  location ~ ${quoted(`/${escapePattern(file)}$`)} { types { } default_type ${type}; }`,
      ),
      '}',
      '',
    ].join('\n'),
  };
};
