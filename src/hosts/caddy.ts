import { addedHeaders, partHeaders, pathPattern } from './headers.ts';
import { compressibleExtensions, compressibleTypes, typesByPattern } from './media-types.ts';
import { rawPathPattern, type Redirects, restPattern } from './redirect.ts';
import { type Files, initials, nameOf, type Served, settingsFiles } from './served.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', String.raw`\"`)}"`;

const block = (head: string, ...lines: string[]): string[] => [
  `${head} {`,
  ...lines.map((line) => `\t${line}`),
  '}',
];

/** Redirects to the address in a variable, unless it is empty. */
const redir = (variable: string, name: string, query: string, ...unless: string[]): string[] => [
  ...block(`@${name}`, `not vars {${variable}} ""`, ...unless),
  `redir @${name} {${variable}}${query} 301`,
];

const redirectLines = ({ exact, queried, folders }: Redirects, name: string): string[] => {
  const lines = block(`map {path} {${name}_path}`, `"~^(.+?)/+$" "\${1}"`, 'default "{path}"');

  const byNames = Map.groupBy(queried, ({ query }) =>
    query.map(([parameter]) => parameter).join('&'),
  );
  for (const [n, [names, redirects]] of [...byNames].entries()) {
    const asked = names.split('&').map((parameter) => `${parameter}={query.${parameter}}`);
    const variable = `${name}_query_${n}`;
    lines.push(
      ...block(
        `map ${quoted(`{${name}_path}?${asked.join('&')}`)} {${variable}}`,
        ...redirects.map(({ path, query, to }) => {
          const key = query.map(([parameter, value]) => `${parameter}=${value}`);
          return `${quoted(`${path}?${key.join('&')}`)} ${quoted(to)}`;
        }),
        'default ""',
      ),
      ...redir(variable, variable, ''),
    );
  }

  lines.push(
    ...block(
      `map {${name}_path} {${name}_exact}`,
      ...exact.flatMap(({ path, to }) =>
        [...new Set([path, path.toLowerCase()])].map((from) => `${quoted(from)} ${quoted(to)}`),
      ),
      'default ""',
    ),
    ...redir(
      `${name}_exact`,
      `${name}_asked`,
      '?{query}',
      'not vars {query} ""',
      `not vars_regexp {${name}_exact} [?#]`,
    ),
    ...redir(`${name}_exact`, `${name}_moved`, ''),
    ...block(
      `map {uri} {${name}_folder}`,
      ...folders.map(({ path, to, keepsRest }) => {
        const pattern = `~(?i)^${rawPathPattern(path)}(?:/+(${restPattern('?')})?)?(\\?.*)?$`;
        const query = /[?#]/.test(to) ? '' : '${2}';
        return `${quoted(pattern)} ${quoted(`${to}${keepsRest ? '${1}' : ''}${query}`)}`;
      }),
      'default ""',
    ),
    ...redir(`${name}_folder`, `${name}_in_folder`, ''),
  );
  return lines;
};

/**
 * The `caddy/paper.caddyfile` for Caddy 2, to be imported into the site block after `root`. The paper's name is part of
 * every variable and matcher, so that several papers can share a site.
 */
export const caddy = (served: Served): Files => {
  const { base, headers, desk, redirects, compressed } = served;
  const name = nameOf(served);
  const { same, varying } = partHeaders([...headers, ...desk]);
  const variable = (header: string): string => `{${name}_${initials(header)}}`;
  const copies = compressed.map((kind) => (kind === 'brotli' ? 'br' : 'gzip')).toSorted();
  const at = `@${name}`;
  return {
    'caddy/paper.caddyfile': [
      '# Written by the build, for the site block, after `root`. See docs/hosting/caddy.md.',
      ...redirectLines(redirects, name),
      // Caddy itself would add the slash but lose the query.
      ...block(
        `map {uri} {${name}_slashed}`,
        // Browsers take a backslash for a slash, and two of them for another host.
        String.raw`"~^[/\\]+([^?]*)(\?.*)?$" "/${'${1}'}/${'${2}'}"`,
      ),
      ...block(`${at}_folder`, `path ${base}*`, 'not path */', 'file {path}/index.html'),
      `redir ${at}_folder {${name}_slashed} 301`,
      ...varying.flatMap(({ name: header, value, narrower }) =>
        block(
          `map {path} ${variable(header)}`,
          ...narrower.map(
            ({ paths, value: other }) =>
              `${quoted(`~${pathPattern(paths, base)}`)} ${quoted(other)}`,
          ),
          `default ${quoted(value)}`,
        ),
      ),
      ...block(
        `header ${base}*`,
        ...same.map(([header, value]) => `${header} ${quoted(value)}`),
        ...varying.map(({ name: header }) => `${header} ${variable(header)}`),
      ),
      ...addedHeaders([...headers, ...desk]).flatMap(({ name: header, value, paths }) => {
        const matcher = `${at}_${initials(header)}`;
        return [
          `${matcher} path_regexp ${pathPattern(paths, base)}`,
          `header ${matcher} ${header} ${quoted(value)}`,
        ];
      }),
      ...block(
        `map {path} {${name}_type}`,
        ...typesByPattern.map(([pattern, type]) => `${quoted(`~${pattern}`)} ${quoted(type)}`),
        'default ""',
      ),
      ...block(`${at}_typed`, `path ${base}*`, `not vars {${name}_type} ""`),
      `header ${at}_typed Content-Type {${name}_type}`,
      `${at}_text path_regexp (?:/|\\.(?:${compressibleExtensions.join('|')}))$`,
      `header ${at}_text +Vary Accept-Encoding`,
      ...block(
        'encode',
        'zstd',
        'gzip',
        'minimum_length 512',
        ...block('match', ...compressibleTypes.map((type) => `header Content-Type ${type}*`)),
      ),
      ...block(
        `${at}_hidden`,
        `path_regexp ${pathPattern(['.*', '*/.*', '404.html', ...settingsFiles], base)}`,
        `not path ${base}.well-known/*`,
      ),
      `error ${at}_hidden 404`,
      ...(copies.length === 0
        ? [`file_server ${base}*`]
        : block(`file_server ${base}*`, `precompressed ${copies.join(' ')}`)),
      ...block(
        'handle_errors',
        `${at}_missing path ${base}*`,
        `rewrite ${at}_missing ${base}404.html`,
        // Replaces the headers of the file that was not found.
        ...block(
          `header ${at}_missing`,
          'Content-Type "text/html; charset=utf-8"',
          ...varying.map(({ name: header, value }) => `${header} ${quoted(value)}`),
        ),
        `file_server ${at}_missing`,
      ),
      '',
    ].join('\n'),
  };
};
