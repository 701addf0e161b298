import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { type FeedPicture, isPicture, mediaPicture } from './feed-pictures.ts';
import { escaped, htmlOf } from './plain-html.ts';

/** An item of a feed in any format, with texts as they stand there. */
export interface FeedItem {
  id: string | undefined;
  link: string | undefined;
  title: string;
  /** The full text, as HTML; undefined if the feed has summaries only. */
  content: string | undefined;
  summary: string | undefined;
  published: string | undefined;
  updated: string | undefined;
  authors: string[];
  categories: string[];
  picture: FeedPicture | undefined;
  source: string | undefined;
  isDraft: boolean;
  /** What it is if it is no entry: a comment or a setting in an export of Blogger. */
  other: string | undefined;
}

export interface FeedContent {
  format: string;
  title: string | undefined;
  description: string | undefined;
  language: string | undefined;
  link: string | undefined;
  items: FeedItem[];
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

const texts = (...values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter(isText)),
];

const fromRss = (item: RssFeed.Item<string>): FeedItem => {
  const enclosure = item.enclosures?.find(({ type, url }) => isText(url) && isPicture(type, url));
  const permalink = item.guid?.isPermaLink === false ? undefined : item.guid?.value;
  return {
    id: item.guid?.value,
    link: item.link ?? (permalink?.startsWith('http') === true ? permalink : undefined),
    title: item.title ?? '',
    content: item.content?.encoded,
    summary: item.description,
    published: item.pubDate ?? item.dc?.dates?.[0],
    updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
    authors: texts(...(item.dc?.creators ?? []), ...(item.authors ?? []).map(({ name }) => name)),
    categories: texts(
      ...(item.categories ?? []).map(({ name }) => name),
      ...(item.dc?.subjects ?? []),
    ),
    picture:
      mediaPicture(item.media) ??
      (enclosure?.url === undefined ? undefined : { url: enclosure.url, alt: undefined }),
    source: item.source?.title,
    isDraft: false,
    other: undefined,
  };
};

const fromRdf = (item: RdfFeed.Item<string>): FeedItem => ({
  ...fromRss({ ...item, guid: undefined }),
  id: item.rdf?.about ?? item.link,
});

const kind = /^http:\/\/schemas\.google\.com\/blogger\/2008\/kind#(.+)$/;

const fromAtom = (entry: AtomFeed.Entry<string>): FeedItem => {
  const { content, summary, title } = entry;
  const html = ({ value, type }: { value?: string; type?: string }): string =>
    type === undefined || type === 'text' ? htmlOf(value ?? '') : (value ?? '');
  const what = entry.categories?.map(({ term }) => kind.exec(term ?? '')?.[1]).find(isText);
  const link = (rel: string): string | undefined =>
    entry.links?.find((each) => (each.rel ?? 'alternate') === rel)?.href;
  const enclosure = entry.links?.find(
    ({ rel, type, href }) => rel === 'enclosure' && isPicture(type, href ?? ''),
  );
  return {
    id: entry.id,
    link: link('alternate'),
    title:
      title?.type === undefined || title.type === 'text'
        ? escaped(title?.value ?? '')
        : title.value,
    content: isText(content?.value) ? html(content) : undefined,
    summary: isText(summary?.value) ? html(summary) : undefined,
    published: entry.published ?? entry.updated,
    updated: entry.updated,
    authors: texts(...(entry.authors ?? []).map(({ name }) => name)),
    categories: texts(
      ...(entry.categories ?? [])
        .filter(({ term }) => !kind.test(term ?? ''))
        .map(({ label, term }) => label ?? term),
    ),
    picture:
      mediaPicture(entry.media) ??
      (enclosure?.href === undefined ? undefined : { url: enclosure.href, alt: undefined }),
    source: entry.source?.title?.value,
    isDraft: entry.app?.control?.draft === true,
    other: what === undefined || what === 'post' || what === 'page' ? undefined : what,
  };
};

const fromJson = (item: JsonFeed.Item<string>): FeedItem => ({
  id: item.id,
  link: item.url,
  title: escaped(item.title ?? ''),
  content: item.content_html ?? (isText(item.content_text) ? htmlOf(item.content_text) : undefined),
  summary: item.summary === undefined ? undefined : escaped(item.summary),
  published: item.date_published,
  updated: item.date_modified,
  authors: texts(...(item.authors ?? []).map(({ name }) => name)),
  categories: item.tags ?? [],
  picture: item.image === undefined ? undefined : { url: item.image, alt: undefined },
  source: undefined,
  isDraft: false,
  other: undefined,
});

/**
 * Reads a feed of any format: RSS, Atom, RDF or JSON Feed.
 * @throws ParseError if it is none
 */
export const readFeed = (text: string): FeedContent => {
  const { format, feed } = parseFeed(text);
  switch (format) {
    case 'rss':
      return {
        format: 'RSS',
        title: feed.title,
        description: feed.description,
        language: feed.language ?? feed.dc?.languages?.[0],
        link: feed.link,
        items: (feed.items ?? []).map((item) => fromRss(item)),
      };
    case 'rdf':
      return {
        format: 'RDF',
        title: feed.title,
        description: feed.description,
        language: feed.dc?.languages?.[0],
        link: feed.link,
        items: (feed.items ?? []).map((item) => fromRdf(item)),
      };
    case 'atom':
      return {
        format: 'Atom',
        title: feed.title?.value,
        description: feed.subtitle?.value,
        language: feed.xml?.lang,
        link: feed.links?.find(({ rel }) => (rel ?? 'alternate') === 'alternate')?.href,
        items: (feed.entries ?? []).map((entry) => fromAtom(entry)),
      };
    case 'json':
      return {
        format: 'JSON Feed',
        title: feed.title,
        description: feed.description,
        language: feed.language,
        link: feed.home_page_url,
        items: (feed.items ?? []).map((item) => fromJson(item)),
      };
  }
};
