import { packedLink } from '../attributes.ts';
import { decodeHtml } from '../entities.ts';
import type { Shortcode } from '../shortcode-tree.ts';
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
  type Show,
  valueOf,
} from './make.ts';
import { galleryOf, singlePicture } from './pictures.ts';
import { percentDecoded } from '../../../percent-decoded.ts';

const titleNames = [
  'title',
  'heading',
  'headline',
  'custom_title',
  'primary_title',
  'h2',
  'label',
  'name',
];
const wordNames = [
  'subtitle',
  'sub_title',
  'subheading',
  'h4',
  'text',
  'description',
  'desc',
  'content',
  'hover_title',
  'author',
  'cite',
  'position',
  'date',
  'price',
];

/** A container of a page builder: its title, if it has one, above what is in it. */
export const titled: Show = (code, { inner }) =>
  box(heading(3, valueOf(code, ...titleNames)) + inner(code));

/** An element that has words in its attributes: the title, then each of the others, what is inside, and its button. */
export const wordy: Show = (code, { inner }) => {
  const words = wordNames.map((name) => paragraph(valueOf(code, name))).join('');
  const { url, title } = packedLink(
    addressOf(code, 'btn_link', 'button_url', 'button_link', 'link', 'url', 'href'),
  );
  const label = valueOf(code, 'btn_title', 'button_text', 'btn_text', 'call_text', 'link_text');
  const link = label === '' && title === '' ? '' : button(url, label === '' ? title : label);
  return box(heading(3, valueOf(code, ...titleNames)) + words + inner(code) + link);
};

/** A container that shows no words of its own. */
export const container: Show = (code, { inner }) => box(inner(code));

const customHeading: Show = (code) => {
  const level = /tag:h([1-6])/.exec(valueOf(code, 'font_container'))?.[1];
  const { url } = packedLink(addressOf(code, 'link'));
  const words = linked(url, valueOf(code, 'text'));
  if (words === '') return '';
  return level === undefined && /tag:(?:p|div)/.test(valueOf(code, 'font_container'))
    ? paragraph(words)
    : heading(Number(level ?? 2), words);
};

/** Base64 of percent-encoded HTML, as Visual Composer and tagDiv pack it. Undefined if it is anything else. */
export const unpackedHtml = (value: string): string | undefined => {
  const packed = value.replaceAll(/<[^>]*>|\s/g, '');
  if (packed === '' || packed.length % 4 === 1 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed))
    return undefined;
  const html = percentDecoded(Buffer.from(packed, 'base64').toString('utf8'));
  return html.includes('\uFFFD') ? undefined : html;
};

const rawHtml: Show = ({ raw }, { apart }) => {
  const html = unpackedHtml(raw);
  return html === undefined ? '' : apart(html);
};

/** Lists of things are percent-encoded JSON in an attribute. */
const listed = (code: Shortcode, name: string): Record<string, unknown>[] => {
  try {
    const list: unknown = JSON.parse(percentDecoded(decodeHtml(valueOf(code, name))));
    return Array.isArray(list) ? (list as Record<string, unknown>[]) : [];
  } catch {
    return [];
  }
};

const chart: Show = (code) => {
  const lines = listed(code, 'values').map(({ label, title, value }) =>
    [label ?? title, value].filter((part) => typeof part === 'string' && part !== '').join(': '),
  );
  const items = lines.filter(Boolean).map((line) => `<li>${line}</li>`);
  const one = [valueOf(code, 'label_value', 'label'), valueOf(code, 'value')]
    .filter(Boolean)
    .join(': ');
  const body = items.length > 0 ? `<ul>${items.join('')}</ul>` : paragraph(one);
  return heading(3, valueOf(code, 'title')) + body;
};

const video: Show = (code) =>
  heading(3, valueOf(code, 'title')) +
  embedded(packedLink(addressOf(code, 'link', 'video_url', 'src', 'url')).url);

const pictures: Show = (code, help) => heading(3, valueOf(code, 'title')) + galleryOf(code, help);

const link: Show = (code, { inner }) => {
  const { url, title } = packedLink(addressOf(code, 'link', 'href', 'url', 'button_url'));
  const words = valueOf(code, 'title', 'text', 'button_text') || title || inner(code);
  return button(url, words);
};

const quote: Show = (code, { inner }) =>
  pullQuote(
    inner(code) || valueOf(code, 'text', 'quote', 'content'),
    valueOf(code, 'author', 'cite', 'name'),
  );

const toggle: Show = (code, { inner }) => folded(valueOf(code, 'title', 'heading'), inner(code));

const text: Show = (code, { inner }) => box(inner(code));

/** Elements of page builders that are more than a container with a title. */
export const pageBuilder: Record<string, Show> = {
  vc_column_text: text,
  vc_custom_heading: customHeading,
  vc_raw_html: rawHtml,
  vc_raw_js: () => '',
  vc_single_image: singlePicture,
  vc_gallery: pictures,
  vc_images_carousel: pictures,
  vc_media_grid: pictures,
  vc_masonry_media_grid: pictures,
  vc_video: video,
  vc_btn: link,
  vc_button: link,
  vc_button2: link,
  vc_toggle: toggle,
  vc_text_separator: (code) => heading(3, valueOf(code, 'title')),
  vc_separator: () => '<hr>',
  vc_zigzag: () => '<hr>',
  vc_empty_space: () => '',
  vc_icon: () => '',
  vc_progress_bar: chart,
  vc_pie: chart,
  vc_round_chart: chart,
  vc_line_chart: chart,
  vc_message: wordy,
  vc_cta: wordy,
  vc_cta_button: wordy,
  vc_cta_button2: wordy,
  vc_hoverbox: wordy,
  et_pb_text: text,
  et_pb_code: text,
  et_pb_image: singlePicture,
  et_pb_gallery: (code, help) =>
    galleryOf({ ...code, named: { ...code.named, ids: valueOf(code, 'gallery_ids') } }, help),
  et_pb_video: video,
  et_pb_button: link,
  et_pb_toggle: toggle,
  et_pb_accordion_item: toggle,
  et_pb_divider: () => '<hr>',
  et_pb_blurb: wordy,
  et_pb_cta: wordy,
  et_pb_testimonial: quote,
  fusion_text: text,
  fusion_code: rawHtml,
  fusion_title: (code, { inner }) =>
    heading(Number(/[1-6]/.exec(valueOf(code, 'size'))?.[0] ?? 2), inner(code)),
  fusion_imageframe: (code, help) =>
    box(help.inner(code)) + (code.raw === '' ? singlePicture(code, help) : ''),
  fusion_youtube: (code) => embedded(`https://www.youtube.com/watch?v=${addressOf(code, 'id')}`),
  fusion_vimeo: (code) => embedded(`https://vimeo.com/${addressOf(code, 'id')}`),
  fusion_button: link,
  fusion_toggle: toggle,
  fusion_separator: () => '<hr>',
  av_textblock: text,
  av_heading: (code) =>
    heading(Number(/[1-6]/.exec(valueOf(code, 'tag'))?.[0] ?? 3), valueOf(code, 'heading')),
  av_image: singlePicture,
  av_video: video,
  av_button: link,
  av_toggle: toggle,
};
