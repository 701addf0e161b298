import { packedLink } from '../attributes.ts';
import { decodeHtml } from '../entities.ts';
import {
  addressOf,
  box,
  button,
  embedded,
  heading,
  paragraph,
  pullQuote,
  type Show,
  type ShortcodeHelp,
  valueOf,
} from './make.ts';
import type { Shortcode } from '../shortcode-tree.ts';
import { container, unpackedHtml } from './page-builder.ts';
import { singlePicture } from './pictures.ts';

const withTitle: Show = (code, { inner }) =>
  box(heading(2, valueOf(code, 'custom_title', 'title')) + inner(code));

const films =
  (prefix: string): Show =>
  (code) =>
    heading(3, valueOf(code, 'custom_title')) +
    valueOf(code, 'playlist_yt', 'playlist_v', 'playlist', 'video_id', 'video_url', 'td_video')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((id) => embedded(/^https?:/.test(id) ? id : prefix + id))
      .join('');

/** Words in an attribute, which tagDiv packs in base64 in some elements. */
const packedWords = (code: Shortcode, { apart }: ShortcodeHelp, ...names: string[]): string => {
  const value = valueOf(code, ...names);
  const html = unpackedHtml(value);
  return html === undefined ? value : apart(html);
};

/** Elements of the Multi-Purpose plugin of the theme: title, description and button in attributes. */
export const packedElement: Show = (code, help) => {
  const { url } = packedLink(addressOf(code, 'button_url', 'url'));
  const label = valueOf(code, 'button_text');
  const picture = valueOf(code, 'image') === '' ? '' : singlePicture(code, help);
  return box(
    heading(2, packedWords(code, help, 'title_text', 'custom_title', 'title')) +
      paragraph(packedWords(code, help, 'subtitle_text')) +
      picture +
      box(packedWords(code, help, 'description', 'content', 'text')) +
      help.inner(code) +
      (label === '' ? '' : button(url, label)),
  );
};

const quotation: Show = (code, { inner }) =>
  pullQuote(inner(code), valueOf(code, 'author', 'author_name', 'cite', 'name'));

const quotations = [
  'quote_box',
  'quote_box_left',
  'quote_box_center',
  'quote_box_right',
  'pull_quote',
  'pull_quote_left',
  'pull_quote_center',
  'pull_quote_right',
  'pullquote',
  'td_quote',
  'td_pull_quote',
  'td_quote_box',
];

const columns = [
  'one_half',
  'one_third',
  'two_third',
  'one_fourth',
  'three_fourth',
  'one_fifth',
  'one_sixth',
  'full_width',
];

/** The Newspaper theme's own shortcodes that hold words; what begins with `td` and isn't here is furniture. */
export const newspaper: Record<string, Show> = {
  td_block_text_with_title: withTitle,
  td_text_with_title: withTitle,
  td_block_title: withTitle,
  td_block_html: (code, { inner, apart }) =>
    apart(unpackedHtml(valueOf(code, 'content', 'html')) ?? '') + inner(code),
  td_block_raw_html: (code, { apart }) => apart(unpackedHtml(code.raw) ?? ''),
  td_block_single_image: singlePicture,
  td_single_image: singlePicture,
  td_block_video_youtube: films('https://www.youtube.com/watch?v='),
  td_block_video_vimeo: films('https://vimeo.com/'),
  td_smart_list: container,
  td_smart_list_end: () => '<div></div>',
  tdc_zone: container,
  tdc_composer: container,
  dropcap: (code, { inner }) => inner(code),
  button: (code, { inner }) =>
    button(
      addressOf(code, 'link', 'url', 'href'),
      inner(code) || valueOf(code, 'text', 'title', 'label') || decodeHtml(code.bare.join(' ')),
    ),
  ...Object.fromEntries(quotations.map((name) => [name, quotation])),
  ...Object.fromEntries(
    columns.flatMap((name) => [
      [name, container],
      [`${name}_last`, container],
    ]),
  ),
};
