import sanitizeHtml from 'sanitize-html';
import { type BodySetting, pictureMarker, typesetBody } from './typeset.ts';
import { videoOf } from './videos.ts';

const blocks = [
  ...['p', 'h2', 'h3', 'h4', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'hr', 'pre', 'div'],
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

/** As Astro looks for it. */
const astroMarker = pictureMarker.toUpperCase();

const link = (tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
  const { 'data-video': player, ...rest } = attribs;
  // Only the player that belongs to the link: copy cannot name another.
  const known = player !== undefined && videoOf(rest['href'] ?? '')?.player === player;
  return { tagName, attribs: known ? { ...rest, 'data-video': player } : rest };
};

const options: sanitizeHtml.IOptions = {
  allowedTags: [...blocks, ...inlines],
  allowedAttributes: {
    '*': ['lang', 'dir', 'id'],
    a: [
      ...['href', 'title', 'aria-describedby', 'aria-label'],
      ...['data-video', 'data-footnote-ref', 'data-footnote-backref'],
    ],
    li: ['value'],
    ol: ['start', 'reversed'],
    th: ['scope', 'colspan', 'rowspan', 'data-align'],
    td: ['colspan', 'rowspan', 'data-align'],
    time: ['datetime'],
    abbr: ['title'],
    details: ['open'],
    section: ['data-footnotes'],
    div: ['role', 'tabindex'],
    pre: ['tabindex'],
    img: [astroMarker],
  },
  allowedClasses: { div: ['table'], p: ['video'], small: ['video-note'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  parser: { lowerCaseAttributeNames: false },
  // Words that look like the mark of a picture would be taken for one.
  textFilter: (text) => text.replaceAll(astroMarker, `&#95;${astroMarker.slice(1)}`),
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs[astroMarker] === undefined,
  transformTags: {
    a: link,
    img: (tagName, { [pictureMarker]: marker }) => ({
      tagName,
      attribs: marker === undefined ? {} : { [astroMarker]: marker },
    }),
  },
};

/**
 * Makes the HTML of a body fit to print: typeset, then held to an allow-list ("What Markdown may hold" in the README).
 * @param html what the Markdown renderer made, raw HTML of the copy included
 */
export const sanitiseBody = (html: string, setting: BodySetting): string =>
  sanitizeHtml(typesetBody(html, setting), options);
