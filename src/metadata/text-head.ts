import { type HeadTag, type SiteMetadata } from './head.ts';

/** What the head says of a page of the text-only edition. */
export interface TextMetadata {
  title: string;
  /** The address that search engines are to show: the full article's; lists of the edition have their own. */
  canonical: string;
  /** True for a page that repeats what a full one says, and is no article. */
  list: boolean;
}

/** The head of a text page as data: title, canonical (RFC 6596), and for a list to be followed but not shown. */
export const textHeadOf = (
  { title, canonical, list }: TextMetadata,
  { name, absolute }: Pick<SiteMetadata, 'name' | 'absolute'>,
): HeadTag[] => [
  { tag: 'title', attributes: {}, text: `${title} · ${name}` },
  ...(list
    ? [{ tag: 'meta' as const, attributes: { name: 'robots', content: 'noindex, follow' } }]
    : []),
  { tag: 'link', attributes: { rel: 'canonical', href: absolute(canonical) } },
];
