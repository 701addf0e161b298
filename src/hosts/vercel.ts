import { namedTypes } from './media-types.ts';
import { encodedPath, escapePattern, slashed } from './redirect.ts';
import type { Files, Served } from './served.ts';

/** A path in the language of `source` (path-to-regexp 6), standing for itself. */
const literal = (path: string): string => path.replaceAll(/[(){}:*+?\\]/g, String.raw`\$&`);

/** A form of path with `*` in the same language; anything may stand there, slashes too. */
const sourceOf = (form: string): string => form.split('*').map(literal).join('(.*)');

/** A new address, in which nothing is to be filled in. */
const plain = (to: string): string => to.replaceAll(/:(?=[A-Za-z_])/g, '%3A');

const asList = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }));

/**
 * What Vercel reads at the root of a project: `vercel.json`. It lies in the printed folder, because that is what is
 * handed to `vercel deploy` as a project, with nothing left to build.
 */
export const vercel = ({
  base,
  headers,
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
        destination: plain(to),
        statusCode,
      })),
      ...exact.map(({ path, to }) => ({
        source: literal(slashed(encodedPath(path))),
        destination: plain(to),
        statusCode,
      })),
      ...folders.map(({ path, to, keepsRest }) => ({
        // The rest must not begin with a slash: two of them would begin a host's name.
        source: `${literal(encodedPath(path))}/${keepsRest ? ':rest((?!/).*)' : '(.*)'}`,
        destination: keepsRest ? `${plain(to)}:rest` : plain(to),
        statusCode,
      })),
    ],
    headers: [
      ...headers.flatMap(({ paths, headers: values }) =>
        paths.map((form) => ({ source: sourceOf(base + form), headers: asList(values) })),
      ),
      ...Object.entries(namedTypes).map(([file, type]) => ({
        source: sourceOf(`${base}*${file}`),
        headers: asList({ 'Content-Type': `${type}; charset=utf-8` }),
      })),
    ],
  };
  return { 'vercel.json': `${JSON.stringify(config, undefined, 2)}\n` };
};
