import { slug as slugOf } from 'github-slugger';
import type { Source, SourceEntry, SourceItem } from '../model.ts';
import { textOf } from './decode.ts';
import { type FeedContent, type FeedItem, readFeed } from './feed-items.ts';
import { reasonOf, type SourceStream } from './files.ts';
import { offsetMoment } from './moments.ts';
import { decodedOnce } from './once.ts';
import { countRepairs } from './repairs.ts';
import { slugFor } from './slugs.ts';
import { baseOf } from './wxr/site.ts';

/** More characters than any feed has. It is held in memory as a whole. */
const longest = 128 * 2 ** 20;

const isMail = (text: string): boolean => /\S@\S/.test(text);

/** A summary that a program cut from the text: it ends with an ellipsis. */
const isCut = (summary: string): boolean =>
  /(?:\[?(?:…|\.\.\.|&hellip;|&#8230;)\]?)\s*(?:<[^>]*>\s*)*$/.test(summary) ||
  summary.includes('The post <a');

const wholeText = async (
  file: SourceStream,
  repairs: ReturnType<typeof countRepairs>,
): Promise<string> => {
  const parts: string[] = [];
  let length = 0;
  for await (const part of textOf(file.open(), repairs)) {
    parts.push(part);
    length += part.length;
    if (length > longest) throw new RangeError('it is larger than any feed');
  }
  const text = parts.join('');
  const start = text.search(/<\?xml\s|<(?:\w+:)?(?:rss|feed|RDF)[\s>]|\{/);
  if (text.slice(0, Math.max(start, 0)).trim() !== '')
    repairs.count('before', { line: 1, column: 1 });
  return text.slice(Math.max(start, 0));
};

/** The first category of an item is its section; the others are topics, for feeds do not tell them apart. */
const termsOf = (item: FeedItem, seen: Set<string>): { items: SourceItem[]; ids: string[] } => {
  const items: SourceItem[] = [];
  const ids = item.categories.map((category, index) => {
    const name = decodedOnce(category);
    const id = slugOf(name) || name;
    const type = index === 0 ? 'section' : 'topic';
    if (!seen.has(`${type} ${id}`)) items.push({ type, id, slug: id, name });
    seen.add(`${type} ${id}`);
    return id;
  });
  return { items, ids: [...new Set(ids)] };
};

const entryOf = (item: FeedItem, id: string, terms: string[], authors: string[]): SourceEntry => {
  const title = decodedOnce(item.title);
  const summary = item.summary ?? '';
  const [section, ...topics] = terms;
  const isStandfirst = item.content !== undefined && summary !== '' && !isCut(summary);
  return {
    type: 'entry',
    id,
    kindOfEntry: 'post',
    state: item.isDraft ? 'draft' : 'public',
    why: item.isDraft ? 'draft' : undefined,
    slug: slugFor(item.link, title, id),
    link: item.link,
    guid: item.id,
    title,
    published: offsetMoment(item.published),
    modified: offsetMoment(item.updated),
    standfirsts: isStandfirst ? [{ from: 'description', html: summary }] : [],
    authors,
    primarySection: section,
    sections: section === undefined ? [] : [section],
    topics,
    leadPicture:
      item.picture === undefined ? undefined : { file: item.picture.url, url: item.picture.url },
    source: item.source === undefined ? undefined : { name: decodedOnce(item.source) },
    oldSlugs: [],
    text: { format: 'html', value: item.content ?? summary },
    notes: [],
    comments: [],
  };
};

function* itemsOf(feed: FeedContent, file: string): Generator<SourceItem, undefined> {
  const home = baseOf(feed.link);
  yield {
    type: 'site',
    title: decodedOnce(feed.title ?? '') || undefined,
    description: decodedOnce(feed.description ?? '') || undefined,
    language: feed.language,
    addresses: home === undefined ? [] : [home],
  };
  const seen = new Set<string>();
  const names = new Map<string, string>();
  const ids = new Set<string>();
  let summaries = 0;
  for (const [index, item] of feed.items.entries()) {
    if (item.other !== undefined) {
      yield { type: 'rest', what: item.other };
      continue;
    }
    const terms = termsOf(item, seen);
    yield* terms.items;
    const authors: string[] = [];
    for (const name of item.authors.map(decodedOnce).filter((each) => !isMail(each))) {
      const known = names.get(name.toLowerCase()) ?? `author-${names.size + 1}`;
      if (!names.has(name.toLowerCase())) yield { type: 'author', id: known, name };
      names.set(name.toLowerCase(), known);
      authors.push(known);
    }
    const { picture } = item;
    if (picture !== undefined) {
      yield {
        type: 'file',
        id: picture.url,
        urls: [picture.url],
        alt: decodedOnce(picture.alt ?? '') || undefined,
      };
    }
    const wanted = item.id ?? item.link ?? `x${index + 1}`;
    const id = ids.has(wanted) ? `${wanted} ${index + 1}` : wanted;
    ids.add(id);
    if (item.content === undefined) summaries += 1;
    yield entryOf(item, id, terms.ids, authors);
  }
  if (summaries > 0) {
    const found = `${summaries} of ${feed.items.length} items have a summary instead of their text`;
    yield { type: 'fault', file, found, repaired: false };
  }
}

/** A feed: RSS, Atom, RDF or JSON Feed. It has the latest stories only, and neither drafts nor comments. */
export const feedSource = (file: SourceStream): Source => ({
  name: 'Feed',
  items: async function* () {
    const repairs = countRepairs(file.name);
    let feed: FeedContent;
    try {
      feed = readFeed(await wholeText(file, repairs));
    } catch (error) {
      yield {
        type: 'fault',
        file: file.name,
        found: `it is no feed: ${reasonOf(error)}`,
        repaired: false,
      };
      return;
    }
    yield* itemsOf(feed, file.name);
    yield* repairs.faults();
  },
});
