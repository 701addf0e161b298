import { namedTypes } from './media-types.ts';
import { encodedPath, escapePattern, restPattern, slashed } from './redirect.ts';
import type { Files, Served } from './served.ts';

/** Escapes a path for `source` (path-to-regexp 6). */
const literal = (path: string): string => path.replaceAll(/[(){}:*+?\\]/g, String.raw`\$&`);

/** Translates a path with `*` for `source`; `*` matches anything, slashes included. */
const sourceOf = (path: string): string => path.split('*').map(literal).join('(.*)');

/** The rest of an old address. Nor does it begin with a slash, backslash or control character that is encoded. */
const rest = `:rest((?!%2f|%5c|%0|%1)(?:${restPattern('')})?)`;

/** Escapes a new address, so that nothing in it is taken for a parameter. */
const withoutParameters = (to: string): string => to.replaceAll(/:(?=[A-Za-z_])/g, '%3A');

const asList = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }));

/**
 * The `vercel.json` that Vercel reads at the root of a project. It goes into the built folder, which is what
 * `vercel deploy` gets as a project, with nothing left to build.
 */
export const vercel = ({
  base,
  headers,
  desk,
  redirects: { exact, queried, folders },
}: Served): Files => {
  const statusCode = 301;
  const config = {
    $schema: 'https://openapi.vercel.sh/vercel.json',
    framework: null,
    buildCommand: null,
    installCommand: null,
    outputDirectory: '.',
    trailingSlash: true,
    redirects: [
      ...queried.map(({ path, query, to }) => ({
        source: literal(slashed(encodedPath(path))),
        has: query.map(([key, value]) => ({ type: 'query', key, value: escapePattern(value) })),
        destination: withoutParameters(to),
        statusCode,
      })),
      ...exact.map(({ path, to }) => ({
        source: literal(slashed(encodedPath(path))),
        destination: withoutParameters(to),
        statusCode,
      })),
      ...folders.map(({ path, to, keepsRest }) => ({
        source: `${literal(encodedPath(path))}/${keepsRest ? rest : '(.*)'}`,
        destination: keepsRest ? `${withoutParameters(to)}:rest` : withoutParameters(to),
        statusCode,
      })),
    ],
    headers: [
      ...[...headers, ...desk].flatMap(({ paths, headers: values }) =>
        paths.map((path) => ({ source: sourceOf(base + path), headers: asList(values) })),
      ),
      ...Object.entries(namedTypes).map(([file, type]) => ({
        source: sourceOf(`${base}*${file}`),
        headers: asList({ 'Content-Type': `${type}; charset=utf-8` }),
      })),
    ],
  };
  return { 'vercel.json': `${JSON.stringify(config, undefined, 2)}\n` };
};
