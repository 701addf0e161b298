import sanitizeHtml from 'sanitize-html';
import type { Words } from '../language/words.ts';
import { videoOf } from './videos.ts';

/** What the body's HTML must know of the paper that prints it. */
export interface BodySetting {
  words: Words;
  /** Puts the base path before paths of this site. */
  link: (target: string) => string;
}

/** The widths, in pixels, that a picture in the body is printed in. */
const pictureWidths = [480, 800, 1280];
const pictureSizes = '(min-width: 720px) 42rem, 100vw';

/** What Astro's Markdown renderer leaves in place of a picture that it will resolve later. */
const pictureMarker = '__ASTRO_IMAGE_';

const blocks = [
  ...['p', 'h2', 'h3', 'h4', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'hr', 'pre'],
  ...['figure', 'figcaption', 'details', 'summary', 'section'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];
const inlines = [
  ...[
    'a',
    'em',
    'strong',
    'b',
    'i',
    's',
    'del',
    'ins',
    'sup',
    'sub',
    'code',
    'kbd',
    'mark',
    'small',
  ],
  ...['abbr', 'cite', 'q', 'time', 'br', 'img', 'bdi', 'bdo', 'wbr'],
];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const printedPicture = (attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
  const marker = attributes[pictureMarker];
  if (marker === undefined) return { tagName: 'img', attribs: {} };
  const picture = JSON.parse(marker) as Record<string, unknown>;
  const printed = {
    ...picture,
    title: undefined,
    widths: pictureWidths,
    sizes: pictureSizes,
    loading: 'lazy',
    decoding: 'async',
  };
  return {
    tagName: 'img',
    attribs: {
      [pictureMarker]: JSON.stringify(printed),
      ...(typeof picture['title'] === 'string' ? { title: picture['title'] } : {}),
    },
  };
};

const allowed = (setting: BodySetting): sanitizeHtml.IOptions => ({
  allowedTags: [...blocks, ...inlines],
  allowedAttributes: {
    '*': ['lang', 'dir'],
    a: [
      'href',
      'title',
      'id',
      'rel',
      'aria-describedby',
      'aria-label',
      'data-footnote-ref',
      'data-footnote-backref',
    ],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    li: ['id', 'value'],
    ol: ['start', 'reversed'],
    th: ['scope', 'colspan', 'rowspan', 'data-align'],
    td: ['colspan', 'rowspan', 'data-align'],
    time: ['datetime'],
    abbr: ['title'],
    q: ['cite'],
    blockquote: ['cite'],
    details: ['open'],
    section: ['data-footnotes'],
    img: [pictureMarker, 'title'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  parser: { lowerCaseAttributeNames: false },
  exclusiveFilter: (frame) => frame.tag === 'img' && frame.attribs[pictureMarker] === undefined,
  transformTags: {
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    '*': (tagName, attribs) => ({ tagName, attribs }),
    a: (tagName, attribs) => {
      const href = attribs['href'];
      return {
        tagName,
        attribs: href === undefined ? attribs : { ...attribs, href: setting.link(href) },
      };
    },
    iframe: (tagName, attribs): sanitizeHtml.Tag => {
      const video = videoOf(attribs['src'] ?? '');
      return video
        ? { tagName: 'a', attribs: { href: video.page }, text: video.page }
        : { tagName, attribs: {} };
    },
    img: (_tagName, attribs) => printedPicture(attribs),
  },
});

/** Alignment stays, as an attribute: the policy that pages are served under has no inline styles. */
const withoutInlineStyles = (html: string): string =>
  html.replaceAll(/<(t[hd]) style="text-align: (left|center|right)"/g, '<$1 data-align="$2"');

const figures = (html: string): string =>
  html.replaceAll(
    /<p>(<img [^>]*?)(?: title="([^"]*)")?( \/)?><\/p>/g,
    (_, picture: string, title?: string) =>
      `<figure>${picture}>${title ? `<figcaption>${title}</figcaption>` : ''}</figure>`,
  );

/** A link to a video that stands alone becomes a card; nothing is loaded before a reader plays it. */
const videoCards = (html: string, words: Words): string =>
  html.replaceAll(/(?:^|<p>)<a href="([^"]+)">\1<\/a>(?:<\/p>|$)/gm, (whole, href: string) => {
    const video = videoOf(href.replaceAll('&amp;', '&'));
    if (!video) return whole;
    return (
      `<p class="video"><a href="${escaped(video.page)}" data-video="${escaped(video.player)}">` +
      `${words.playVideo(video.host)}</a> <small>${words.videoNote(video.host)}</small></p>`
    );
  });

const withoutEmptyParagraphs = (html: string): string => html.replaceAll(/<p>\s*<\/p>\n?/g, '');

const scrollableTables = (html: string): string =>
  html
    .replaceAll('<table>', '<div class="table" role="group" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');

/** Heading ids are set apart from those of the page around the body, which must stay unique. */
const apart = (html: string): string =>
  html.replaceAll(/<(h[234]) id="(?!footnote-label")/g, '<$1 id="at-');

/**
 * Makes the HTML of a body fit to print: an allow-list (see "What Markdown may hold" in CONTRIBUTING.md),
 * links with the base path, pictures in several widths, figures, tables that scroll, video cards.
 * @param html what the Markdown renderer made, raw HTML of the copy included
 */
export const sanitiseBody = (html: string, setting: BodySetting): string =>
  [
    withoutInlineStyles,
    (text: string) => sanitizeHtml(text, allowed(setting)),
    withoutEmptyParagraphs,
    figures,
    (text: string) => videoCards(text, setting.words),
    scrollableTables,
    apart,
  ].reduce((text, step) => step(text), html);
