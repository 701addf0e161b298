/** What an article's address is made from. */
export interface Addressed {
  /** The article's slug. */
  id: string;
  /** Its section's id. */
  section: string;
  /** When it was published, as the editor wrote it (ISO 8601 with offset): the address uses that day. */
  published: string;
}

/** The paper's addresses. Paths include the base path and end with a slash, ready for `href`. */
export interface Addresses {
  /** The base path: `/`, or `/paper/`. */
  base: string;
  front: string;
  article: (article: Addressed) => string;
  /** The page of an article's changes, that of one of its earlier versions by number, and the list of them for machines. */
  changes: (article: Addressed) => string;
  version: (article: Addressed, number: number) => string;
  timemap: (article: Addressed) => string;
  /** The page with the text of an article that others may publish. */
  republish: (article: Addressed) => string;
  /** Where an article was under each former permalink, the oldest first. */
  formerly: (article: Addressed) => string[];
  /**
   * What identifies an article's comment thread: its own `thread`, or else its path under the oldest permalink, so that
   * a thread stays with its story when addresses change. Undefined if its address never changed.
   */
  thread: (article: Addressed & { thread?: string | undefined }) => string | undefined;
  /** What open pages of a live story ask for. */
  live: (article: Addressed) => string;
  section: (id: string) => string;
  author: (id: string) => string;
  page: (id: string) => string;
  /** The page of all topics, and the page of one, by its slug. */
  topics: string;
  topic: (slug: string) => string;
  /** The page of a series, by its id. */
  series: (id: string) => string;
  /** The archive, one of its years (`2025`), and one of its months (`2025-02`). */
  archive: string;
  year: (year: string) => string;
  month: (month: string) => string;
  /** A page of a list, by the list's own path. Page 1 is the list itself. */
  leaf: (list: string, number: number) => string;
  /** A list's feed, by the list's own path and the feed's file name. The paper's own feed is that of the front page. */
  feedOf: (list: string, file: string) => string;
  /** The page of all feeds, and the file that feed readers import them from. */
  feeds: string;
  opml: string;
  /** Every story by time. */
  latest: string;
  /** The list of corrections. */
  corrections: string;
  /** Who made the pictures. */
  credits: string;
  search: string;
  /** What readers keep on their device, and follow. */
  saved: string;
  /** The folder of the search index. */
  searchIndex: string;
  /** The folder of the indexes of older stories, each in a folder named after its digest. */
  searchVolumes: string;
  /** The text-only version of the page at a path. */
  text: (path: string) => string;
  /** A social card, by its digest: a changed card needs a new address, because chat apps cache cards. */
  card: (digest: string) => string;
  notFound: string;
  /** The service worker, and the page that it shows instead of one that is not on the reader's device. */
  worker: string;
  offline: string;
  /** The sitemap index, one of its parts, and the news sitemap. */
  sitemap: string;
  sitemapPart: (name: string) => string;
  newsSitemap: string;
  /** A file beside the front page, such as `robots.txt`. */
  file: (name: string) => string;
  /**
   * Adds the base path to a path on this site, as written in copy or settings (`/about/`). Other addresses stay as they
   * are.
   */
  link: (target: string) => string;
  /** The same, but also removes this site's origin from an address written in full. */
  own: (target: string) => string;
  /** The absolute address (RFC 3986) of a path that already includes the base path. */
  absolute: (path: string) => string;
  /** The route parameter for a path: decoded, without base path and outer slashes. */
  parameter: (path: string) => string;
}

const encoded = (segment: string): string =>
  /^[\w.-]*$/.test(segment) ? segment : encodeURIComponent(segment).replaceAll('%40', '@');

/** A part of a permalink pattern: a text, or what stands for a placeholder. */
type PatternPart = string | ((article: Addressed) => string);

const placeholders: Record<string, (article: Addressed) => string> = {
  yyyy: ({ published }) => published.slice(0, 4),
  mm: ({ published }) => published.slice(5, 7),
  dd: ({ published }) => published.slice(8, 10),
  section: ({ section }) => section,
  slug: ({ id }) => id,
};

const partsOf = (pattern: string): PatternPart[] =>
  pattern
    .split(/\{(\w+)\}/)
    .map((part, n) => (n % 2 === 0 ? part : (placeholders[part] ?? '')))
    .filter((part) => part !== '');

/** What the address of an article in the copy is made from. */
export const addressed = ({
  id,
  data: { section, published },
}: {
  id: string;
  data: Omit<Addressed, 'id'>;
}): Addressed => ({ id, section, published });

/** The absolute address of the front page: what starts with it is in the paper. */
export const homeOf = ({ absolute, front }: Addresses): string => absolute(front);

/**
 * Makes every address of a publication. This is the only place that knows the base path, slashes and the permalink
 * pattern.
 * @param origin the public origin, `https://news.example`
 * @param basePath `/`, or a folder such as `/paper/`
 * @param permalink the pattern of article addresses, such as `/{yyyy}/{mm}/{slug}/`
 * @param past the former patterns, and the one that identifies comment threads, if that is not the oldest
 */
export const createAddresses = (
  origin: string,
  basePath: string,
  permalink: string,
  past: { formerPermalinks?: readonly string[]; threadPermalink?: string | undefined } = {},
): Addresses => {
  const base = `/${basePath.split('/').filter(Boolean).map(encoded).join('/')}/`.replace('//', '/');
  const at = (...segments: string[]): string => `${base}${segments.map(encoded).join('/')}/`;
  const link = (target: string): string =>
    target.startsWith('/') && !target.startsWith('//') ? base + target.slice(1) : target;
  /** Patterns, taken apart: an archive asks for a hundred thousand addresses. */
  const patterns = new Map<string, PatternPart[]>();
  const addressBy = (pattern: string, article: Addressed): string => {
    let parts = patterns.get(pattern);
    if (!parts) patterns.set(pattern, (parts = partsOf(link(pattern))));
    let address = '';
    for (const part of parts) address += typeof part === 'string' ? part : encoded(part(article));
    return address;
  };
  const { formerPermalinks = [], threadPermalink = formerPermalinks[0] } = past;
  return {
    base,
    front: base,
    article: (article) => addressBy(permalink, article),
    changes: (article) => `${addressBy(permalink, article)}changes/`,
    version: (article, number) => `${addressBy(permalink, article)}changes/${String(number)}/`,
    timemap: (article) => `${addressBy(permalink, article)}timemap.link`,
    republish: (article) => `${addressBy(permalink, article)}republish/`,
    formerly: (article) => formerPermalinks.map((pattern) => addressBy(pattern, article)),
    thread: (article) =>
      article.thread ??
      (threadPermalink &&
        new URL(addressBy(threadPermalink, article), 'https://paper.invalid').pathname),
    live: (article) => `${addressBy(permalink, article)}live.json`,
    section: (id) => at(id),
    author: (id) => at('author', id),
    page: (id) => at(id),
    topics: at('topics'),
    topic: (slug) => at('topic', slug),
    series: (id) => at('series', id),
    archive: at('archive'),
    year: (year) => at('archive', year),
    month: (month) => at('archive', ...month.split('-')),
    leaf: (list, number) => (number === 1 ? list : `${list}${String(number)}/`),
    feedOf: (list, file) => list + file,
    feeds: at('feeds'),
    opml: `${at('feeds')}feeds.opml`,
    latest: at('latest'),
    corrections: at('corrections'),
    credits: at('credits'),
    search: at('search'),
    saved: at('saved'),
    searchIndex: at('search', 'index'),
    searchVolumes: at('search', 'volumes'),
    text: (path) => `${base}text/${path.slice(base.length)}`,
    card: (digest) => `${base}cards/${digest}.jpg`,
    notFound: `${base}404.html`,
    worker: `${base}sw.js`,
    offline: at('offline'),
    sitemap: `${base}sitemap.xml`,
    sitemapPart: (name) => `${base}sitemap-${name}.xml`,
    newsSitemap: `${base}sitemap-news.xml`,
    file: (name) => base + name,
    link,
    own: (target) => (target.startsWith(`${origin}/`) ? target.slice(origin.length) : link(target)),
    absolute: (path) => new URL(path, origin).href,
    parameter: (path) => {
      const parameter = path.slice(base.length, path.endsWith('/') ? -1 : undefined);
      return parameter.includes('%') ? decodeURI(parameter) : parameter;
    },
  };
};
