/** What an article's address is made of. */
export interface Addressed {
  /** The article's slug. */
  id: string;
  /** Its section's id. */
  section: string;
  /** Its moment as written, ISO 8601 with offset: the address takes the day that the editor wrote. */
  published: string;
}

/** The paper's addresses: paths carry the base path and end with a slash, ready for `href`. */
export interface Addresses {
  /** The base path: `/`, or `/paper/`. */
  base: string;
  front: string;
  article: (article: Addressed) => string;
  section: (id: string) => string;
  author: (id: string) => string;
  page: (id: string) => string;
  rss: string;
  search: string;
  /** The folder of the search index. */
  searchIndex: string;
  /** The page of the text-only edition that says the same as the page at a path. */
  text: (path: string) => string;
  notFound: string;
  /** A path of this site as a link in copy or config has it (`/about/`), with the base path; other addresses as they are. */
  link: (target: string) => string;
  /** The absolute address (RFC 3986) of a path that already carries the base path. */
  absolute: (path: string) => string;
  /** What a route's parameter must be for a path: without base path and slashes, decoded. */
  parameter: (path: string) => string;
}

const encoded = (segment: string): string => encodeURIComponent(segment).replaceAll('%40', '@');

/**
 * Makes every address of a publication. It is the one place that knows base path, slashes and the permalink pattern.
 * @param origin the public origin, `https://news.example`
 * @param basePath the sub-folder, `/` or `/paper/`
 * @param permalink the pattern of article addresses, such as `/{yyyy}/{mm}/{slug}/`
 */
export const createAddresses = (origin: string, basePath: string, permalink: string): Addresses => {
  const base = `/${basePath.split('/').filter(Boolean).map(encoded).join('/')}/`.replace('//', '/');
  const at = (...segments: string[]): string => `${base}${segments.map(encoded).join('/')}/`;
  const link = (target: string): string =>
    target.startsWith('/') && !target.startsWith('//') ? base + target.slice(1) : target;
  return {
    base,
    front: base,
    article: ({ id, section, published }) => {
      const [yyyy = '', mm = '', dd = ''] = published.slice(0, 10).split('-');
      const parts: Record<string, string> = { yyyy, mm, dd, section, slug: id };
      return link(
        permalink.replaceAll(/\{(\w+)\}/g, (_, part: string) => encoded(parts[part] ?? '')),
      );
    },
    section: (id) => at(id),
    author: (id) => at('author', id),
    page: (id) => at(id),
    rss: `${base}rss.xml`,
    search: at('search'),
    searchIndex: at('search', 'index'),
    text: (path) => `${base}text/${path.slice(base.length)}`,
    notFound: `${base}404.html`,
    link,
    absolute: (path) => new URL(path, origin).href,
    parameter: (path) => decodeURI(path.slice(base.length).replace(/\/$/, '')),
  };
};
