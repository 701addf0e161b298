import { escapeHtml } from '../escape-html.ts';
import { directionOf } from '../language/names.ts';
import { wordsFor } from '../language/words.ts';
import { policyFor, withPolicy } from '../policy/policy.ts';
import { namedTypes } from './media-types.ts';
import type { Redirects } from './redirect.ts';

/**
 * The page at an old address, for hosts that have no rule for it. It redirects without a delay (WCAG 2.2.1), is kept
 * out of search engines, and has a plain link.
 * @param to the new address, encoded
 * @param absolute the same, with the origin
 * @param language the paper's language, a BCP 47 tag
 */
export const redirectPage = (to: string, absolute: string, language: string): string => {
  const { title, link } = wordsFor(language).moved;
  // A feed reader that gets this page instead of a feed looks for the link to one.
  const type = namedTypes[to.slice(to.lastIndexOf('/') + 1)];
  const page = [
    '<!doctype html>',
    `<html lang="${language}" dir="${directionOf(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<meta http-equiv="refresh" content="0;url=${escapeHtml(to)}">`,
    '<meta name="robots" content="noindex">',
    `<link rel="canonical" href="${escapeHtml(absolute)}">`,
    ...(type ? [`<link rel="alternate" type="${type}" href="${escapeHtml(absolute)}">`] : []),
    `<title>${title}</title>`,
    '</head>',
    '<body>',
    `<h1>${title}</h1>`,
    `<p><a href="${escapeHtml(to)}">${link}</a></p>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return withPolicy(page, policyFor({ scripts: [], styles: [] }));
};

/** Every folder above a path. */
const foldersAbove = (path: string): string[] =>
  [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index)).slice(1);

/**
 * The files of redirect pages, by their paths from the paper's folder, each with the address it redirects to. An
 * address that ends in `.html` gets a file of that name, any other an `index.html` in its folder. Names too long for a
 * file system (over 255 bytes) are left out.
 */
export const redirectFiles = (exact: Redirects['exact'], base: string): Map<string, string> => {
  const folders = new Set(exact.flatMap(({ path }) => foldersAbove(path)));
  return new Map(
    exact
      .filter(({ path }) => path.split('/').every((name) => Buffer.byteLength(name) <= 255))
      .map(({ path, to }) => {
        const name = path.slice(base.length);
        const isFile = /\.html?$/i.test(name) && !folders.has(path);
        return [isFile ? name : `${name}/index.html`, to];
      }),
  );
};
