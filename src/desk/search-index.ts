import { close, createIndex } from 'pagefind';
import type { Addresses } from '../addresses.ts';
import type { Copy } from '../copy/read.ts';
import { compare } from '../edition/article.ts';
import { isPublic } from '../edition/public.ts';
import { sectionTree } from '../edition/section-tree.ts';
import { gatherTopics } from '../edition/topics.ts';
import { calendarFor } from '../language/dates.ts';
import type { Publication } from '../schemas/publication.ts';
import { settledIndex } from './settled-index.ts';

/** An article that readers can search for. */
export interface Searchable {
  /** Its address without the base path: the index is told the base path by the page that uses it. */
  url: string;
  /** Its printed file, from the paper's folder. */
  file: string;
  /** What a result shows. */
  meta: { title: string; section: string; date: string; published: string };
  /** What results are narrowed by. */
  filters: { section: string[]; topic: string[]; year: string[] };
  /** What orders results that no word was asked for: its moment, in milliseconds since 1970. */
  moment: number;
}

/** Parts of the printed story that are furniture; the headline is known to the index by itself. */
const furniture = [
  ...['h1', '.kind', '.byline', '.lead-image', '.source', '.topics', '.contents', '.embed-note'],
];

/** The public articles of a paper, as search knows them, in a stable order. */
export const searchable = (
  { articles, sections, topics: described }: Copy,
  {
    publication: { language, timeZone },
    addresses,
    moment,
  }: { publication: Publication; addresses: Addresses; moment: Date },
): Searchable[] => {
  const { day } = calendarFor(language, timeZone);
  const titles = new Map(sections.map(({ id, data }) => [id, data.title]));
  const { wayTo } = sectionTree(sections.map(({ id, data }) => ({ ...data, id })));
  const shown = articles.filter(({ data }) => isPublic(data, moment));
  const topicsOf = gatherTopics(
    shown.map(({ id, data }) => ({ ...data, id })),
    described,
  ).of;
  return shown
    .map(({ id, data: { headline, section, published, topics } }) => {
      const path = addresses.article({ id, section, published });
      return {
        url: path.slice(addresses.base.length - 1),
        file: `${addresses.parameter(path)}/index.html`,
        meta: {
          title: headline,
          section: titles.get(section) ?? section,
          date: day(new Date(published)),
          published,
        },
        filters: {
          section: wayTo(section).map(({ id: part }) => part),
          topic: topicsOf({ topics }).map(({ slug }) => slug),
          year: [published.slice(0, 4)],
        },
        moment: Date.parse(published),
      };
    })
    .sort((a, b) => compare(a.url, b.url));
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const storyStart = '<article class="story"';
/** A tag with all its attributes, so that nothing in one of these is taken for another. */
const tags = /<(\/?)([a-z][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** Where the element ends that begins at a place; undefined where it has no end. */
const endOf = (html: string, start: number, element: string): number | undefined => {
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    if (tag[2]?.toLowerCase() !== element) continue;
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return undefined;
};

/** A story without the advertisements in it, which change by the day. */
const withoutSlots = (story: string): string => {
  const slot = /<(div|aside) class="slot[ "]/.exec(story);
  const end = slot?.[1] && endOf(story, slot.index, slot[1]);
  return slot && end ? story.slice(0, slot.index) + withoutSlots(story.slice(end)) : story;
};

/**
 * The element of a printed page that holds its story. What stands around it, and the advertisements in it, are left out:
 * they change every day.
 * @throws when the page has no story
 */
export const storyIn = (html: string, url: string): string => {
  const start = html.indexOf(storyStart);
  const end = start === -1 ? undefined : endOf(html, start, 'article');
  if (end === undefined) throw new Error(`${url} has no story that could be searched.`);
  return withoutSlots(html.slice(start, end));
};

const tag = (kind: 'meta' | 'filter' | 'sort', name: string, value: string): string =>
  `<meta data-pagefind-${kind}="${name}[content]" content="${escaped(value)}">`;

/**
 * The story of a printed page with what Pagefind must be told of it: where it is, what a result shows, what it is
 * narrowed by. Told here and not in the page itself, so that readers do not carry it.
 * @param story see `storyIn`
 */
export const marked = (story: string, { meta, filters, moment }: Searchable): string => {
  const image = /<figure class="lead-image".*?srcset="([^" ]+\.avif) /s.exec(story)?.[1] ?? '';
  const told = [
    // Left to itself, Pagefind would take the picture of an advertisement for one of the story's.
    ...Object.entries({ ...meta, image: image.replaceAll('&amp;', '&'), image_alt: '' }).map(
      ([name, value]) => tag('meta', name, value),
    ),
    ...Object.entries(filters).flatMap(([name, values]) =>
      values.map((value) => tag('filter', name, value)),
    ),
    tag('sort', 'moment', String(moment)),
  ];
  const body = `${storyStart} data-pagefind-body${story.slice(storyStart.length)}`;
  return `<!doctype html><html><head>${told.join('')}</head><body>${body}</body></html>`;
};

/** Whether the search page asks for a file of Pagefind's: not for its ready-made interfaces. */
const isNeeded = (path: string, entry: Entry): boolean => {
  const wasm = Object.values(entry.languages).map((language) => language.wasm ?? 'unknown');
  return (
    /^(?:pagefind\.js|pagefind-entry\.json|.+\.pf_(?:meta|fragment|index|filter))$/.test(path) ||
    wasm.some((language) => path === `wasm.${language}.pagefind`)
  );
};

interface Entry {
  languages: Record<string, { wasm: string | null }>;
}

const succeed = <T extends { errors: string[] }>(answer: T): T => {
  if (answer.errors.length > 0) throw new Error(`Search index: ${answer.errors.join('; ')}`);
  return answer;
};

/** A page for the index. */
export interface Page {
  url: string;
  /** See `marked`. */
  content: string;
}

/**
 * Makes the search index of pages, which Pagefind takes one after another, in the order given: the same pages give the
 * same bytes.
 * @param language a BCP 47 tag
 * @returns the files that a search asks for, by their paths
 */
export const makeIndex = async (
  pages: readonly Page[],
  language: string,
): Promise<Map<string, Uint8Array>> => {
  try {
    const { index } = succeed(
      await createIndex({
        forceLanguage: new Intl.Locale(language).language,
        excludeSelectors: furniture,
      }),
    );
    if (!index) throw new Error('Search index: Pagefind did not start.');
    // All are handed over at once; waiting for each answer takes longer than the work where the cores are busy.
    for (const answer of await Promise.all(pages.map((page) => index.addHTMLFile(page)))) {
      succeed(answer);
    }
    // Its own writing of files is not always done when it says so.
    const { files } = succeed(await index.getFiles());
    const settled = settledIndex(
      new Map(files.map(({ path, content }) => [path.replaceAll('\\', '/'), content])),
    );
    const entry = JSON.parse(
      Buffer.from(settled.get('pagefind-entry.json') ?? []).toString('utf8'),
    ) as Entry;
    return new Map([...settled].filter(([path]) => isNeeded(path, entry)));
  } finally {
    await close();
  }
};
