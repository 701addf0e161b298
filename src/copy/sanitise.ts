import sanitizeHtml from 'sanitize-html';
import { pictureAttribute, withoutMarks, writtenAttribute } from '../astro/picture-marks.ts';
import { linkSchemes } from '../schemas/address.ts';
import { embedOf } from './embeds.ts';
import { type BodySetting, typesetBody } from './typeset.ts';

const blocks = [
  ...['p', 'h2', 'h3', 'h4', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'hr', 'pre', 'div'],
  ...[
    'figure',
    'figcaption',
    'details',
    'summary',
    'section',
    'article',
    'audio',
    'video',
    'track',
  ],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];
const inlines = [
  ...['a', 'em', 'strong', 'b', 'i', 's', 'del', 'ins', 'sup', 'sub', 'code', 'kbd', 'mark'],
  ...['small', 'abbr', 'cite', 'q', 'time', 'br', 'img', 'bdi', 'bdo', 'wbr'],
];

const printed: ReadonlySet<string> = new Set([...blocks, ...inlines]);

/** Whether elements of this name may be printed; crossheads of every level may. */
export const isPrinted = (name: string): boolean => printed.has(name) || /^h[1-6]$/.test(name);

/** What other code knows the parts of a body by: their classes are for style alone. */
const part = (...names: string[]) => ({ name: 'data-part', values: names });

const link = (tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
  const { 'data-embed': frame, ...rest } = attribs;
  delete rest['data-feature'];
  // The copy cannot choose a frame: it must be the one that belongs to the link.
  const known = frame !== undefined && embedOf(rest['href'] ?? '')?.frame === frame;
  return {
    tagName,
    attribs: known ? { ...rest, 'data-embed': frame, 'data-feature': 'embed' } : rest,
  };
};

const options: sanitizeHtml.IOptions = {
  allowedTags: [...printed],
  allowedAttributes: {
    '*': ['lang', 'dir', 'id'],
    a: [
      ...['href', 'rel', 'type', 'download', 'title', 'aria-describedby', 'aria-label'],
      ...['data-embed', 'data-feature', 'data-shape', 'data-footnote-ref', 'data-footnote-backref'],
    ],
    li: ['value'],
    ol: ['start', 'reversed'],
    th: ['scope', 'colspan', 'rowspan', 'data-align'],
    td: ['colspan', 'rowspan', 'data-align'],
    time: ['datetime'],
    abbr: ['title'],
    details: ['open', part('transcript')],
    section: ['data-footnotes', 'data-box', 'role', 'aria-label', part('box')],
    small: ['data-search-skip', part('embed-note')],
    div: ['role', 'tabindex', part('table')],
    p: ['data-search-skip', part('entry-time', 'entry-day', 'entry-label', 'box-label')],
    figure: [part('pull-quote', 'recording', 'gallery')],
    article: ['data-key', 'data-pin', part('entry')],
    pre: ['tabindex'],
    img: [writtenAttribute],
    audio: ['src', 'controls', 'preload', 'aria-label'],
    video: ['src', 'controls', 'preload', 'aria-label'],
    track: ['kind', 'src', 'srclang', 'label'],
  },
  allowedClasses: {
    ...Object.fromEntries(['h2', 'h3', 'h4'].map((name) => [name, ['article-crosshead']])),
    div: ['table'],
    p: [
      'embed',
      'embed-video',
      'embed-post',
      'embed-tall',
      'entry-time',
      'entry-day',
      'entry-label',
      'box-label',
      'box-title',
    ],
    section: ['box'],
    small: ['embed-note'],
    figure: ['pull-quote', 'recording', 'gallery'],
    article: ['entry'],
    details: ['transcript'],
  },
  selfClosing: [...sanitizeHtml.defaults.selfClosing, 'track'],
  allowedSchemes: linkSchemes,
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  parser: { lowerCaseAttributeNames: false },
  textFilter: withoutMarks,
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs[writtenAttribute] === undefined,
  transformTags: {
    a: link,
    img: (tagName, { [pictureAttribute]: marker }) => ({
      tagName,
      attribs: marker === undefined ? {} : { [writtenAttribute]: marker },
    }),
  },
};

/**
 * Makes the HTML of a body safe to publish: typesets it, then drops everything that is not on the allow-list
 * (docs/editors/markdown.md).
 * @param html the Markdown renderer's output, including raw HTML from the copy
 */
export const sanitiseBody = (html: string, setting: BodySetting): string =>
  sanitizeHtml(typesetBody(html, setting), options);
