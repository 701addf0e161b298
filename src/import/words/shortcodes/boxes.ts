import {
  addressOf,
  box,
  button,
  embedded,
  folded,
  heading,
  linked,
  paragraph,
  pullQuote,
  recording,
  type Show,
  valueOf,
} from './make.ts';
import { media } from './media.ts';
import { container, titled } from './page-builder.ts';
import { galleryOf, singlePicture } from './pictures.ts';
import { escapeHtml } from '../../../escape-html.ts';

const inLine: Show = (code, { inner }) => inner(code);

/** A quotation, with the name of who said it. */
const quote: Show = (code, { inner }) => {
  const speaker = valueOf(code, 'cite', 'author', 'name', 'by');
  return `<blockquote>${inner(code)}${speaker === '' ? '' : `<p><cite>${speaker}</cite></p>`}</blockquote>`;
};

const pulled: Show = (code, { inner }) =>
  pullQuote(inner(code), valueOf(code, 'cite', 'author', 'name', 'by'));

const fold: Show = (code, { inner }) =>
  folded(valueOf(code, 'title', 'heading', 'name', 'showtext', 'more_text') || '…', inner(code));

const link: Show = (code, { inner }) => {
  const words = inner(code);
  return button(
    addressOf(code, 'url', 'link', 'href'),
    words.trim() === '' ? valueOf(code, 'text', 'title', 'label') : words,
  );
};

const crosshead: Show = (code, { inner }) => heading(2, inner(code));

/** A note at the foot of the page, of the plugins that have a shortcode for it. */
const note: Show = (code, { work, inner }) => {
  const id = `note-${work.notes.size + 1}`;
  const html = inner(code).trim();
  if (html === '') return '';
  work.notes.set(id, html);
  return `<sup class="fn" data-fn="${id}"></sup>`;
};

/** Pictures of a slider: `media: 1,2,3`. */
const slides: Show = (code, help) =>
  galleryOf({ ...code, named: { ids: valueOf(code, 'source', 'ids', 'images') } }, help);

const youTube = media['youtube'] ?? inLine;
const vimeo = media['vimeo'] ?? inLine;

/** Shortcodes Ultimate, and names that many themes and plugins share. */
export const boxes: Record<string, Show> = {
  su_heading: crosshead,
  su_quote: quote,
  su_pullquote: pulled,
  su_spoiler: fold,
  su_expand: container,
  su_tab: titled,
  su_box: titled,
  su_note: container,
  su_service: titled,
  su_button: link,
  su_youtube: youTube,
  su_youtube_advanced: youTube,
  su_vimeo: vimeo,
  su_dailymotion: media['dailymotion'] ?? inLine,
  su_video: media['video'] ?? inLine,
  su_audio: (code) => recording('audio', addressOf(code, 'url')),
  su_image_carousel: slides,
  su_slider: slides,
  su_carousel: slides,
  su_custom_gallery: slides,
  su_lightbox: (code, { inner }) => linked(addressOf(code, 'src'), inner(code)),
  su_document: (code) =>
    paragraph(linked(addressOf(code, 'url'), escapeHtml(addressOf(code, 'title', 'url')))),
  su_gmap: (code) => embedded(addressOf(code, 'url')),
  su_dropcap: inLine,
  su_highlight: (code, { inner }) => `<mark>${inner(code)}</mark>`,
  su_label: inLine,
  su_tooltip: inLine,
  su_divider: () => '<hr>',
  su_spacer: () => '',
  su_animate: container,
  highlight_text: inLine,
  blockquote: quote,
  quote,
  testimonial: quote,
  spoiler: fold,
  toggle: fold,
  accordion_item: fold,
  expand: fold,
  collapse: fold,
  tab: titled,
  footnote: note,
  footnotes: note,
  efn_note: note,
  ref: note,
  fn: note,
  note_footnote: note,
  dropcaps: inLine,
  drop_cap: inLine,
  image: singlePicture,
  divider: () => '<hr>',
  hr: () => '<hr>',
  box: titled,
  infobox: titled,
  alert: container,
  center: container,
  row: container,
  column: container,
  columns: container,
  intro: container,
  lead: container,
  clear: () => '',
  br: () => '<br>',
  raw: (code, { inner }) => box(inner(code)),
};
