import { partHeaders, pathPattern } from './headers.ts';
import { mediaTypes, namedTypes, textEndings, textTypes } from './media-types.ts';
import { escapePattern, type Redirects } from './redirect.ts';
import type { Files, Served } from './served.ts';

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** mod_rewrite reads `$` and `%` as something that was matched. */
const literal = (to: string): string => to.replaceAll(/[$%\\]/g, String.raw`\$&`);

/** Leads what a pattern matches, seen from the folder of `.htaccess` and decoded, to a new address. */
const rule = (pattern: string, to: string, ...flags: string[]): string =>
  `RewriteRule "${pattern}" "${to}" [${['R=301', 'L', 'NC', ...flags].join(',')}]`;

/** The query follows, unless the new address has one of its own or an anchor. */
const whole = (to: string): string[] => (/[?#]/.test(to) ? ['NE', 'QSD'] : ['NE']);

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
    ...exact.map(({ path, to }) => rule(`${within(path)}/?$`, literal(to), ...whole(to))),
    ...folders.map(({ path, to, keepsRest }) =>
      keepsRest
        ? // What follows was decoded, so that all of it has to be encoded again.
          rule(`${within(path)}(?:/+([^/\\\\].*)?)?$`, `${literal(decodeURI(to))}$1`)
        : rule(`${within(path)}(?:/|$)`, literal(to), ...whole(to)),
    ),
  ];
};

/** Serves copies that are packed already, the smaller kind first. */
const packedCopies = (packed: Served['packed']): string[] => {
  const kinds = [
    { name: 'brotli', encoding: 'br', ending: 'br' },
    { name: 'gzip', encoding: 'gzip', ending: 'gz' },
  ].filter(({ name }) => packed.some((one) => one === name));
  return kinds.flatMap(({ encoding, ending }) => [
    // The ending may mean a type, or Breton.
    `RemoveType .${ending}`,
    `RemoveLanguage .${ending}`,
    `AddEncoding ${encoding} .${ending}`,
    `RewriteCond %{HTTP:Accept-Encoding} "\\b${encoding}\\b"`,
    `RewriteCond %{REQUEST_FILENAME}.${ending} -f`,
    `RewriteRule "^(.+)$" "$1.${ending}" [L,E=no-gzip:1,E=no-brotli:1]`,
  ]);
};

/**
 * What Apache 2.4 reads in the paper's own folder: `.htaccess`. It needs `AllowOverride FileInfo` there, and of the
 * modules mod_rewrite and mod_headers; the packing is done by whichever of mod_brotli and mod_deflate is there.
 */
export const apache = ({ base, headers, redirects, packed }: Served): Files => {
  const { same, varying } = partHeaders(headers);
  const endings = textEndings.join('|');
  const copies = String.raw`(?:\.(?:br|gz))?$`;
  return {
    '.htaccess': [
      '# Printed with the paper. See docs/hosting/apache.md.',
      `ErrorDocument 403 ${base}404.html`,
      `ErrorDocument 404 ${base}404.html`,
      ...Object.entries(mediaTypes).map(([ending, type]) => `AddType ${type} .${ending}`),
      `AddCharset utf-8 ${textEndings.map((ending) => `.${ending}`).join(' ')}`,
      ...Object.entries(namedTypes).flatMap(([file, type]) => [
        `<FilesMatch ${quoted(`^${escapePattern(file)}${copies}`)}>`,
        `  ForceType "${type}; charset=utf-8"`,
        '</FilesMatch>',
      ]),
      '<IfModule mod_headers.c>',
      ...same.map(([name, value]) => `  Header always set ${name} ${quoted(value)}`),
      ...varying.flatMap(({ name, value, narrower }) => [
        `  Header always set ${name} ${quoted(value)}`,
        ...narrower.toReversed().map(({ paths, value: other }) => {
          const pattern = pathPattern(paths, base).replace(/\$$/, copies);
          return `  Header always set ${name} ${quoted(other)} ${quoted(`expr=%{REQUEST_URI} =~ m#${pattern}#`)}`;
        }),
      ]),
      `  <FilesMatch ${quoted(`\\.(?:${endings})${copies}`)}>`,
      '    Header merge Vary Accept-Encoding',
      '  </FilesMatch>',
      '</IfModule>',
      '<IfModule mod_filter.c>',
      ...[
        ['mod_brotli.c', 'BROTLI_COMPRESS'],
        ['mod_deflate.c', 'DEFLATE'],
      ].flatMap(([module, filter]) => [
        `  <IfModule ${module}>`,
        `    AddOutputFilterByType ${filter} ${textTypes.join(' ')}`,
        '  </IfModule>',
      ]),
      '</IfModule>',
      '<IfModule mod_rewrite.c>',
      'RewriteEngine On',
      String.raw`RewriteRule "(?:^|/)\.(?!well-known/)" - [R=404,L]`,
      'RewriteCond %{ENV:REDIRECT_STATUS} "^$"',
      String.raw`RewriteRule "^404\.html$" - [R=404,L]`,
      ...redirectRules(redirects, base),
      'RewriteCond %{REQUEST_FILENAME} -d',
      'RewriteCond %{REQUEST_FILENAME}/index.html !-f',
      'RewriteRule "^" - [R=404,L]',
      ...packedCopies(packed),
      '</IfModule>',
      '',
    ].join('\n'),
  };
};
