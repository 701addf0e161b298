import { load } from 'cheerio';
import { markdownToHtml } from 'satteri';
import { withPlainSigns } from './plain-signs.ts';

/** A link in a body. */
export interface BodyLink {
  /** As written, decoded as Markdown and HTML do. */
  address: string;
  /** Where it starts in the body. */
  offset: number;
}

/** The links of a body, in Markdown, by reference and in HTML. Pictures are none. */
export const linksIn = (body: string): BodyLink[] => {
  const { markdown, placeOf, rawHtml } = withPlainSigns(body);
  const links: BodyLink[] = rawHtml.tags.flatMap(({ name, isEnd, attributes, start, end }) => {
    if (name !== 'a' || isEnd || !attributes.has('href')) return [];
    const address = load(markdown.slice(start, end), null, false)('a').attr('href') ?? '';
    return [{ address, offset: placeOf(start) }];
  });
  const defined = new Map<string, BodyLink>();
  const used = new Set<string>();
  markdownToHtml(markdown, {
    features: { frontmatter: false },
    mdastPlugins: [
      {
        name: 'collect-links',
        options: { position: true },
        link: ({ url, position }) => {
          links.push({ address: url, offset: placeOf(position?.start.offset ?? 0) });
        },
        linkReference: ({ identifier }) => {
          used.add(identifier);
        },
        definition: ({ identifier, url, position }) => {
          // The first one of a name counts.
          if (defined.has(identifier)) return;
          defined.set(identifier, { address: url, offset: placeOf(position?.start.offset ?? 0) });
        },
      },
    ],
  });
  links.push(...[...defined].flatMap(([name, link]) => (used.has(name) ? [link] : [])));
  return links.sort((a, b) => a.offset - b.offset);
};

/**
 * Whether a body may have links other than to good addresses of other sites.
 * @param home the absolute address of the front page
 */
export const mayHaveOwnLinks = (body: string, home: string): boolean =>
  /\]\(\s*<?(?!https?:\/\/[\p{L}\p{N}])|\]:|<a\s|<[a-z][a-z\d+.-]*:(?!\/\/)|:\/\/[^\s/)>]*@/iu.test(
    body,
  ) || body.toLowerCase().includes(home.toLowerCase());
