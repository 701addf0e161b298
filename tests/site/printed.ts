import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { findPaper, pathIn } from '../papers.ts';

/** A page of a built paper, as a browser gets it. */
export type PrintedPage = {
  /** Its path on the site, including the base path: `/paper/about/`. */
  path: string;
  file: string;
  html: string;
  $: CheerioAPI;
};

/** A built paper: everything that a host serves. */
export type Printed = {
  base: string;
  /** Paths of all files on the site, including the base path, decoded. */
  files: Set<string>;
  /** All full pages, without redirects, the text-only edition and the desk. */
  pages: PrintedPage[];
  /** The pages of the text-only edition. */
  textPages: PrintedPage[];
  redirects: PrintedPage[];
  /** The pages of the desk, which are not for readers. */
  deskPages: PrintedPage[];
  page: (path: string) => PrintedPage;
  bytes: (path: string) => Buffer;
};

const read = new Map<string, Printed>();

/** Opens a built paper; its pages are read only once. */
export function printed(name: string): Printed {
  const known = read.get(name);
  if (known) return known;
  const paper = findPaper(name);
  const folder = pathIn(paper);
  const base = paper.env['BASE_PATH'] ?? '/';
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const html = names
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      return {
        path: base + file.replace(/(^|\/)index\.html$/, '$1'),
        file,
        html: text,
        $: load(text),
      };
    });
  const isRedirect = ({ $ }: PrintedPage) => $('meta[http-equiv="refresh"]').length > 0;
  const isText = ({ path: at }: PrintedPage) => at.startsWith(`${base}text/`);
  const isDesk = ({ path: at }: PrintedPage) => at.startsWith(`${base}desk/`);
  const pages = html.filter((page) => !isRedirect(page) && !isText(page) && !isDesk(page));
  const textPages = html.filter((page) => !isRedirect(page) && isText(page));
  const opened: Printed = {
    base,
    files: new Set(names.map((file) => base + file)),
    pages,
    textPages,
    redirects: html.filter(isRedirect),
    deskPages: html.filter(isDesk),
    page: (wanted) => {
      const page = [...pages, ...textPages].find((candidate) => candidate.path === wanted);
      if (!page) throw new Error(`${name} has no page ${wanted}.`);
      return page;
    },
    bytes: (wanted) => readFileSync(path.join(folder, wanted.slice(base.length))),
  };
  read.set(name, opened);
  return opened;
}

/** Whether a page is a fallback, shown instead of one that does not exist or cannot be reached offline. */
export const standsIn = ({ path: at }: PrintedPage): boolean =>
  /\/(?:404\.html|offline\/)$/.test(at);

/** The host files that a build writes next to a paper: the text of each, keyed by path. */
export function besideThePaper(name: string): Map<string, string> {
  const folder = `${pathIn(findPaper(name))}-hosting`;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name: file }) => [
      path.relative(folder, path.join(parentPath, file)).replaceAll('\\', '/'),
      readFileSync(path.join(parentPath, file), 'utf8'),
    ]),
  );
}

/** The address of the lead article under the base path `/`. */
export const leadArticle = '/2025/02/trump-promises-kyiv-involvement-in-peace-talks/';
