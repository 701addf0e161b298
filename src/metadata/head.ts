import type { Thing } from 'schema-dts';
import { breadcrumbData, type Step } from './structured-data/breadcrumb.ts';
import { structuredDataScript } from './structured-data/script.ts';

/** A tag of the head, as data. */
export interface HeadTag {
  tag: 'title' | 'meta' | 'link' | 'script';
  attributes: Record<string, string>;
  /** The text of a title, or the data in a script that is never executed. */
  text?: string;
}

/** A link to a feed. */
export interface FeedLink {
  title: string;
  /** With the base path. */
  path: string;
  /** Its media type. */
  type: string;
}

/** A picture with its address (with the base path), its size in pixels and its description. */
export interface SharedImage {
  path: string;
  width: number;
  height: number;
  alt: string;
}

/** What the head says about a page. */
export interface PageMetadata {
  title: string;
  description: string;
  /** The page's address with the base path; left out for a page that search engines must not index, such as 404. */
  path?: string;
  /** The page to show instead of one that search engines must not index, with the base path. */
  canonical?: string | undefined;
  /** The page's Open Graph type. */
  type?: 'website' | 'article' | 'profile';
  /** The times of an article, ISO 8601 with offset. */
  published?: string;
  updated?: string;
  /** The accounts of its authors in the Fediverse: `@name@host`. */
  creators?: readonly string[];
  /** Whether it says how the paper is searched (OpenSearch). */
  hasSearch?: boolean;
  /** The name of an article's section. */
  section?: string;
  /** The picture that is shown where the page is shared. */
  image?: SharedImage;
  /** Structured data about the page, apart from its breadcrumb. */
  data?: readonly Thing[];
  /** The breadcrumb from the front page; the front page and 404 have none. */
  steps?: readonly Step[];
  /** The pages before and after it, with the base path. */
  previous?: string | undefined;
  next?: string | undefined;
  /** The list of a story's versions (RFC 7089), with the base path. */
  timemap?: string | undefined;
  /** The story that an earlier version is one of, likewise. */
  original?: string | undefined;
  /** The feeds of what this page lists, in addition to the paper's own. */
  feeds?: readonly FeedLink[];
}

/** What the head says on every page. */
export interface SiteMetadata {
  name: string;
  tagline: string;
  language: string;
  absolute: (path: string) => string;
  /** The paper's feed, if it has one. */
  feed: FeedLink | undefined;
  /** The file that says how the paper is searched, if it says so. */
  search?: { path: string; type: string } | undefined;
  /** Paths of the icon, of the one for home screens, and of the web manifest. */
  icon: string;
  /** Path of the icon that is sharp at any size, where the publisher has drawn one. */
  vectorIcon: string | undefined;
  touchIcon: string;
  manifest: string;
  /**
   * What may be done with the paper, for hosts that cannot say so in a header: the address of the licence (RSL 1.0), and
   * whether text and data mining is reserved (TDMRep).
   */
  rights?:
    | {
        license: string;
        type: string;
        mining: Readonly<Record<string, string | number>> | undefined;
      }
    | undefined;
  /** The paper's colours, for the browser's own bars. */
  colours: { light: string; dark: string };
}

const meta = (key: 'name' | 'property', name: string, content: string): HeadTag => ({
  tag: 'meta',
  attributes: { [key]: name, content },
});

const link = (rel: string, href: string, rest: Record<string, string> = {}): HeadTag => ({
  tag: 'link',
  attributes: { rel, href, ...rest },
});

const rightsTags = (rights: SiteMetadata['rights']): HeadTag[] =>
  rights
    ? [
        link('license', rights.license, { type: rights.type }),
        ...Object.entries(rights.mining ?? {}).map(([name, value]) =>
          meta('name', name, String(value)),
        ),
      ]
    : [];

/** What Mastodon calls the account of an author. */
const creatorName = 'fediverse:creator';

/** Tags with the same identity say the same thing; the later one wins. */
const identity = ({ tag, attributes }: HeadTag): string => {
  if (tag === 'title' || tag === 'script') return tag;
  const { rel, href, name, property, media, type, content } = attributes;
  const one = [tag, rel, rel === 'canonical' ? '' : href, name, property, media, type];
  // An article may have several of these, one for each author.
  return [...one, name === creatorName ? content : ''].join('|');
};

/** Direction controls left open in a headline would reverse what browsers and chat apps put after it. */
const withoutDirectionControls = (text: string): string =>
  text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '');

/** Merges lists of head tags without duplicates: the later one wins, in the place of the first. */
export const mergeHead = (...lists: HeadTag[][]): HeadTag[] => {
  const tags = new Map<string, HeadTag>();
  for (const tag of lists.flat()) tags.set(identity(tag), tag);
  return [...tags.values()];
};

const sharedImage = (
  { path, width, height, alt }: SharedImage,
  absolute: SiteMetadata['absolute'],
): HeadTag[] => [
  meta('property', 'og:image', absolute(path)),
  meta('property', 'og:image:width', String(width)),
  meta('property', 'og:image:height', String(height)),
  meta('property', 'og:image:alt', withoutDirectionControls(alt)),
  // X takes everything else from Open Graph.
  meta('name', 'twitter:card', 'summary_large_image'),
];

const structuredData = ({ steps, data = [] }: PageMetadata, site: SiteMetadata): HeadTag[] => {
  const breadcrumb = steps ? [breadcrumbData(steps, site.absolute)] : [];
  const things = [...data, ...breadcrumb];
  if (things.length === 0) return [];
  const attributes = { type: 'application/ld+json' };
  return [{ tag: 'script', attributes, text: structuredDataScript(things) }];
};

/**
 * The head of a page as data: title, description, canonical (RFC 6596), robots, rights (RSL, TDMRep), Open Graph (ogp.me),
 * feed and search autodiscovery, authors' accounts, neighbours in a sequence, icons, web manifest, theme colours, JSON-LD
 * (schema.org).
 */
export const headOf = (page: PageMetadata, site: SiteMetadata): HeadTag[] => {
  const headline = withoutDirectionControls(page.title);
  const title =
    headline === site.name ? `${site.name}: ${site.tagline}` : `${headline} · ${site.name}`;
  const address = page.path === undefined ? undefined : site.absolute(page.path);
  return mergeHead(
    [
      { tag: 'title', attributes: {}, text: title },
      meta('name', 'description', withoutDirectionControls(page.description)),
      meta('name', 'robots', address ? 'max-image-preview:large' : 'noindex'),
    ],
    rightsTags(site.rights),
    address === undefined && page.canonical
      ? [link('canonical', site.absolute(page.canonical))]
      : [],
    address ? [link('canonical', address), meta('property', 'og:url', address)] : [],
    [
      meta('property', 'og:type', page.type ?? 'website'),
      meta('property', 'og:title', headline),
      meta('property', 'og:description', withoutDirectionControls(page.description)),
      meta('property', 'og:site_name', site.name),
      meta('property', 'og:locale', site.language.replaceAll('-', '_')),
    ],
    page.image ? sharedImage(page.image, site.absolute) : [],
    page.published ? [meta('property', 'article:published_time', page.published)] : [],
    page.updated ? [meta('property', 'article:modified_time', page.updated)] : [],
    page.section ? [meta('property', 'article:section', page.section)] : [],
    (page.creators ?? []).map((account) => meta('name', creatorName, account)),
    [
      ...[...(site.feed ? [site.feed] : []), ...(page.feeds ?? [])].map(({ title, path, type }) =>
        link('alternate', site.absolute(path), { type, title: withoutDirectionControls(title) }),
      ),
      ...(page.timemap
        ? [link('timemap', site.absolute(page.timemap), { type: 'application/link-format' })]
        : []),
      ...(page.original ? [link('original', site.absolute(page.original))] : []),
      ...(page.hasSearch && site.search
        ? [link('search', site.search.path, { type: site.search.type, title: site.name })]
        : []),
      ...(page.previous ? [link('prev', site.absolute(page.previous))] : []),
      ...(page.next ? [link('next', site.absolute(page.next))] : []),
      ...(site.vectorIcon
        ? [
            // Without a size for the first, Chrome takes it and not the sharp one.
            link('icon', site.icon, { sizes: '32x32' }),
            link('icon', site.vectorIcon, { type: 'image/svg+xml' }),
          ]
        : [link('icon', site.icon)]),
      link('apple-touch-icon', site.touchIcon),
      link('manifest', site.manifest),
      {
        tag: 'meta',
        attributes: {
          name: 'theme-color',
          content: site.colours.light,
          media: '(prefers-color-scheme: light)',
        },
      },
      {
        tag: 'meta',
        attributes: {
          name: 'theme-color',
          content: site.colours.dark,
          media: '(prefers-color-scheme: dark)',
        },
      },
    ],
    structuredData(page, site),
  );
};
