import path from 'node:path';
import { slug as slugOf } from 'github-slugger';
import type { SourceEntry, SourceMoment } from '../../model.ts';
import { oneLine } from '../once.ts';
import { decodedSlug, slugFor } from '../slugs.ts';
import { type PathWords, withAddresses, wordsOfPath } from './addresses.ts';
import type { Fields } from './fields.ts';
import { sitePath } from './folder.ts';
import type { Document } from './frontmatter.ts';

/** Folders whose texts are stories without a section of that name. */
const ofStories = /^(?:posts?|blog|articles?|stories|news-posts|content)$/i;

/** A text with everything that its fields name by words. */
export interface Written {
  entry: SourceEntry;
  sections: string[];
  topics: string[];
  authors: string[];
  /** The words of its lead picture. */
  picture: { alt: string; caption: string };
}

export interface Place {
  site: string;
  has: (path: string) => boolean;
}

/** The picture that a text names: a file of the folder, beside the text or where the generator keeps them, or an address. */
const pictureOf = (
  fields: Fields,
  file: string,
  { site, has }: Place,
): SourceEntry['leadPicture'] => {
  const named = decodedSlug(fields.text('picture'));
  if (named === '') return undefined;
  if (/^(?:https?:)?\/\//.test(named)) return { url: named };
  const roots = ['', 'static', 'public', 'content', 'src', 'assets'];
  const below = roots.map((root) => path.posix.join(root, named).replace(/^\//, ''));
  const beside = path.posix.join(path.posix.dirname(file), named);
  const isAbsolute = named.startsWith('/');
  const found = (isAbsolute ? below : [beside, ...below]).find(has);
  const shown = found ?? (isAbsolute ? named.slice(1) : beside);
  return { file: found, url: `${site}/${encodeURI(sitePath(shown))}` };
};

const addressOf = (fields: Fields, words: PathWords, site: string): string => {
  const given = fields.text('path');
  if (/^https?:\/\//.test(given)) return given;
  // A pattern of Jekyll's is no address: `/:year/:title/`.
  const isPath = given.startsWith('/') && !given.includes(':');
  return site + (isPath ? given : words.address);
};

const isTrue = (value: unknown): boolean => value === true || value === 'true';

/** The first heading of a text, where that is its only headline. */
const firstHeading = /^\s*#[ \t]+(.+?)[ \t]*#*\s*(?:\n|$)/;

/** What a Markdown file holds. Sections, topics and authors are names still. */
export const entryFrom = (
  { fields: raw, body }: Document,
  fields: Fields,
  file: string,
  place: Place,
): Written => {
  const words = wordsOfPath(file);
  const heading = firstHeading.exec(body);
  const given = oneLine(fields.text('headline'));
  const isHeading = given === '' && heading !== null;
  const title = isHeading ? oneLine(heading[1] ?? '') : given;
  const day: SourceMoment | undefined =
    words.day === undefined ? undefined : { local: `${words.day}T00:00:00` };
  const published = fields.moment('published') ?? day;
  const link = addressOf(fields, words, place.site);
  const isDraft = isTrue(fields.value('draft')) || raw['published'] === false || words.isDraft;
  const isIndex = /(?:^|\/)_index\./.test(file);
  const isPage = fields.text('type') === 'page' || isIndex || published === undefined;
  const [category = '', ...others] = fields.list('section');
  const folder = ofStories.test(words.folder) ? '' : words.folder;
  const section = isPage ? '' : category || folder;
  const picture = pictureOf(fields, file, place);
  const source = fields.text('source');
  const isAddress = /^https?:\/\//.test(source);
  return {
    sections: section === '' ? [] : [section],
    topics: [...others, ...fields.list('topics')],
    authors: fields.list('authors').filter((name) => !/\S@\S/.test(name)),
    picture: {
      alt: fields.text('alt') || fields.inside('picture', 'alt'),
      caption: fields.text('caption') || fields.inside('picture', 'caption'),
    },
    entry: {
      type: 'entry',
      id: file,
      kindOfEntry: isPage ? 'page' : 'post',
      state: isDraft ? 'draft' : 'public',
      why: isDraft ? 'draft' : undefined,
      slug: slugOf(fields.text('slug')) || words.slug || slugFor(undefined, title, 'index'),
      link,
      title: title || oneLine(words.slug.replaceAll('-', ' ')),
      published,
      modified: fields.moment('updated'),
      standfirsts: [{ from: 'frontmatter', html: fields.text('standfirst') }].filter(
        ({ html }) => html !== '',
      ),
      authors: [],
      sections: [],
      topics: [],
      leadPicture: picture,
      source: source === '' ? undefined : isAddress ? { url: source } : { name: source },
      isSticky: isTrue(fields.value('sticky')),
      oldSlugs: [],
      oldAddresses: fields.list('former'),
      text: {
        format: 'markdown',
        value: withAddresses(
          isHeading ? body.slice(heading[0].length) : body,
          file,
          place.site,
          place.has,
        ).trim(),
      },
      notes: [],
      comments: [],
    },
  };
};
