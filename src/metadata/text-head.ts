import { type HeadTag, type SiteMetadata } from './head.ts';

/** What the head says about a page of the text-only edition. */
export interface TextMetadata {
  title: string;
  /** The address that search engines should show: the full article's for a story; a list has its own. */
  canonical: string;
  /** True for any page but a story: search engines follow its links, but do not show it. */
  list: boolean;
}

/** The head of a text-only page as data: title, canonical (RFC 6596), and robots for a list. */
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
