import { partHeaders, pathPattern } from './headers.ts';
import {
  compressibleExtensions,
  compressibleTypes,
  mediaTypes,
  namedTypes,
  textExtensions,
} from './media-types.ts';
import { escapePattern, type Redirects, restPattern } from './redirect.ts';
import { type Files, type Served, settingsFiles } from './served.ts';

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** Escapes `$` and `%`, which mod_rewrite takes for back-references, and the backslash. */
const literal = (to: string): string => to.replaceAll(/[$%\\]/g, String.raw`\$&`);

/** A permanent redirect. Apache matches the pattern against the decoded path, relative to the folder of `.htaccess`. */
const rule = (pattern: string, to: string, ...flags: string[]): string =>
  `RewriteRule "${pattern}" "${to}" [${['R=301', 'L', 'NC', ...flags].join(',')}]`;

/** Keeps the query, unless the new address has a query or fragment of its own. */
const flagsFor = (to: string): string[] => (/[?#]/.test(to) ? ['NE', 'QSD'] : ['NE']);

const redirectRules = ({ exact, queried, folders }: Redirects, base: string): string[] => {
  const within = (path: string): string => `^${escapePattern(path.slice(base.length))}`;
  return [
    ...queried.flatMap(({ path, query, to }) => [
      ...query.map(([name, value]) => {
        const pair = `${escapePattern(name)}=${escapePattern(encodeURIComponent(value))}`;
        return `RewriteCond %{QUERY_STRING} "(?:^|&)${pair}(?:&|$)"`;
      }),
      rule(`${within(path)}/?$`, literal(to), 'NE', 'QSD'),
    ]),
    ...exact.map(({ path, to }) => rule(`${within(path)}/?$`, literal(to), ...flagsFor(to))),
    ...folders.map(({ path, to, keepsRest }) =>
      keepsRest
        ? // Apache has decoded the rest and encodes the whole target again, so the new address must be decoded too.
          rule(`${within(path)}(?:/+(${restPattern('')})?)?$`, `${literal(decodeURI(to))}$1`)
        : rule(`${within(path)}(?:/|$)`, literal(to), ...flagsFor(to)),
    ),
  ];
};

/** Serves the compressed copies, the smaller kind first. */
const compressedCopies = (compressed: Served['compressed']): string[] => {
  const kinds = [
    { name: 'brotli', encoding: 'br', extension: 'br' },
    { name: 'gzip', encoding: 'gzip', extension: 'gz' },
  ].filter(({ name }) => compressed.some((kind) => kind === name));
  return kinds.flatMap(({ encoding, extension }) => [
    // Apache may know the extension as a media type, or `.br` as Breton.
    `RemoveType .${extension}`,
    `RemoveLanguage .${extension}`,
    `AddEncoding ${encoding} .${extension}`,
    `RewriteCond %{HTTP:Accept-Encoding} "\\b${encoding}\\b"`,
    `RewriteCond %{REQUEST_FILENAME}.${extension} -f`,
    `RewriteRule "^(.+)$" "$1.${extension}" [L,E=no-gzip:1,E=no-brotli:1]`,
  ]);
};

/**
 * The `.htaccess` that Apache 2.4 reads in the paper's own folder. It needs `AllowOverride FileInfo`, mod_rewrite and
 * mod_headers. Text is compressed by mod_brotli or mod_deflate, if either is loaded.
 */
export const apache = ({ base, headers, desk, redirects, compressed }: Served): Files => {
  const { same, varying } = partHeaders(headers);
  const extensions = compressibleExtensions.join('|');
  const copies = String.raw`(?:\.(?:br|gz))?$`;
  const at = (paths: readonly string[], name: string, value: string): string => {
    const pattern = pathPattern(paths, base).replace(/\$$/, copies);
    return `  Header always set ${name} ${quoted(value)} ${quoted(`expr=%{REQUEST_URI} =~ m#${pattern}#`)}`;
  };
  return {
    '.htaccess': [
      '# Written by the build. See docs/hosting/apache.md.',
      `ErrorDocument 403 ${base}404.html`,
      `ErrorDocument 404 ${base}404.html`,
      ...Object.entries(mediaTypes).map(([extension, type]) => `AddType ${type} .${extension}`),
      `AddCharset utf-8 ${textExtensions.map((extension) => `.${extension}`).join(' ')}`,
      ...Object.entries(namedTypes).flatMap(([file, type]) => [
        `<FilesMatch ${quoted(`^${escapePattern(file)}${copies}`)}>`,
        `  ForceType "${type}; charset=utf-8"`,
        '</FilesMatch>',
      ]),
      '<IfModule mod_headers.c>',
      ...same.map(([name, value]) => `  Header always set ${name} ${quoted(value)}`),
      ...varying.flatMap(({ name, value, narrower }) => [
        `  Header always set ${name} ${quoted(value)}`,
        ...narrower.toReversed().map(({ paths, value: other }) => at(paths, name, other)),
      ]),
      ...desk.flatMap(({ paths, headers: ofDesk }) =>
        Object.entries(ofDesk).map(([name, value]) => at(paths, name, value)),
      ),
      `  <FilesMatch ${quoted(`\\.(?:${extensions})${copies}`)}>`,
      '    Header merge Vary Accept-Encoding',
      '  </FilesMatch>',
      '</IfModule>',
      '<IfModule mod_filter.c>',
      ...[
        ['mod_brotli.c', 'BROTLI_COMPRESS'],
        ['mod_deflate.c', 'DEFLATE'],
      ].flatMap(([module, filter]) => [
        `  <IfModule ${module}>`,
        `    AddOutputFilterByType ${filter} ${compressibleTypes.join(' ')}`,
        '  </IfModule>',
      ]),
      '</IfModule>',
      '<IfModule mod_rewrite.c>',
      'RewriteEngine On',
      String.raw`RewriteRule "(?:^|/)\.(?!well-known/)" - [R=404,L]`,
      `RewriteRule "^(?:${settingsFiles.map(escapePattern).join('|')})$" - [R=404,L]`,
      'RewriteCond %{ENV:REDIRECT_STATUS} "^$"',
      String.raw`RewriteRule "^404\.html$" - [R=404,L]`,
      ...redirectRules(redirects, base),
      'RewriteCond %{REQUEST_FILENAME} -d',
      'RewriteCond %{REQUEST_FILENAME}/index.html !-f',
      'RewriteRule "^" - [R=404,L]',
      ...compressedCopies(compressed),
      '</IfModule>',
      '',
    ].join('\n'),
  };
};
