import path from 'node:path';
import { decodedSlug } from '../slugs.ts';
import { sitePath } from './folder.ts';

const dated = /^(\d{4}-\d{2}-\d{2})-(.+)$/;

/** What the path of a Markdown file says. */
export interface PathWords {
  slug: string;
  /** The day in its name, as Jekyll has it. */
  day: string | undefined;
  /** The first folder below that of the texts: `posts`, `news`. Empty if there is none. */
  folder: string;
  /** Its address without the site, as generators make it by default. */
  address: string;
  isDraft: boolean;
}

/** The language that Hugo puts into a name: `index.uk.md`. */
const language = /\.[a-z]{2}(?:-[a-z]{2})?$/i;

/** @param file its path below the folder, with slashes */
export const wordsOfPath = (file: string): PathWords => {
  const whole = sitePath(file)
    .replace(/\.(?:md|mdx|markdown)$/i, '')
    .replace(language, '');
  const parts = whole.split('/');
  const isDraft = parts.includes('_drafts');
  const places = parts.filter((part) => !/^(?:_posts|_drafts|_pages|pages)$/.test(part));
  if (/^_?index$/.test(places.at(-1) ?? '')) places.pop();
  const match = dated.exec(places.at(-1) ?? '');
  const slug = decodedSlug(match?.[2] ?? places.at(-1) ?? '');
  const [year, month, day] = (match?.[1] ?? '').split('-');
  const before = places.slice(0, -1);
  const isJekyll = /(?:^|\/)_posts\//.test(file) && match !== null;
  const address = isJekyll
    ? [...before, year, month, day, `${slug}.html`].join('/')
    : [...before, slug, ''].join('/');
  return {
    slug,
    day: match?.[1],
    folder: before[0] ?? '',
    address: `/${address}`.replace(/\/{2,}/g, '/'),
    isDraft,
  };
};

/** A picture, or another file, that a text names by its path. */
const reference = /(!\[[^\]]*\]\(\s*<?|\bsrc=["'])([^)\s"'<>]+)/g;

/**
 * Pictures that lie beside a text, or above it, become addresses of the site, for a generator would have moved them.
 * @param file the text's path below the folder
 * @param has whether there is a file at a path below the folder
 */
export const withAddresses = (
  body: string,
  file: string,
  site: string,
  has: (path: string) => boolean,
): string =>
  body.replace(reference, (whole, before: string, target: string) => {
    if (/^(?:[a-z][\w+.-]*:|\/|#|\{)/i.test(target)) return whole;
    const found = path.posix.join(path.posix.dirname(file), decodedSlug(target));
    return has(found) ? `${before}${site}/${encodeURI(sitePath(found))}` : whole;
  });
