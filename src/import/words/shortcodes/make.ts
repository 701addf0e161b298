import { escapeHtml } from '../../../escape-html.ts';
import type { SourceFile } from '../../model.ts';
import { decodeHtml } from '../entities.ts';
import type { Shortcode } from '../shortcode-tree.ts';
import type { Work } from '../work.ts';

/** What the shortcodes ask of the rest of the conversion. */
export interface ShortcodeHelp {
  work: Work;
  /** What is between the tags of a shortcode, as HTML. */
  inner: (code: Shortcode) => string;
  /** HTML that was written by hand, and must not leak open tags into the words after it. */
  apart: (html: string) => string;
}

/** Turns a shortcode into HTML. */
export type Show = (code: Shortcode, help: ShortcodeHelp) => string;

/** Something that stands in a line of its own. */
export const box = (html: string): string => (html.trim() === '' ? ' ' : `<div>${html}</div>`);

export const heading = (level: number, html: string): string =>
  html.trim() === '' ? '' : `<h${level}>${html}</h${level}>`;

export const paragraph = (html: string): string => (html.trim() === '' ? '' : `<p>${html}</p>`);

/** A link; its words alone if there is no address. */
export const linked = (url: string, html: string): string =>
  url === '' || url === '#'
    ? html
    : `<a href="${escapeHtml(url)}">${html.trim() === '' ? escapeHtml(url) : html}</a>`;

/** A button: a link in a line of its own. */
export const button = (url: string, html: string): string => paragraph(linked(url, html));

/** A video, a post or a recording elsewhere, by its address. */
export const embedded = (url: string): string =>
  url === '' ? '' : `<figure class="wp-block-embed"><div>${escapeHtml(url)}</div></figure>`;

/** A recording, by its address or its number in the library. */
export const recording = (tag: 'audio' | 'video', url: string, id = '', title = ''): string =>
  `<figure><${tag} src="${escapeHtml(url)}" data-id="${escapeHtml(id)}" title="${escapeHtml(title)}"></${tag}></figure>`;

/** A picture as a figure. */
export const picture = (setting: {
  id?: string;
  url?: string;
  alt?: string | undefined;
  caption?: string;
  link?: string;
}): string => {
  const { id = '', url = '', alt = '', caption = '', link = '' } = setting;
  const tag = `<img src="${escapeHtml(url)}" data-id="${escapeHtml(id)}" alt="${escapeHtml(alt)}">`;
  const words = caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
  return `<figure>${link === '' ? tag : linked(link, tag)}${words}</figure>`;
};

/** A picture of the library with the caption that it has there, as galleries show it. */
const filePicture = ({ id, urls, alt, caption, credit }: SourceFile): string => {
  const words = [caption, credit].filter(Boolean).join(' ');
  const shown = words === '' ? '' : `<figcaption data-library="">${escapeHtml(words)}</figcaption>`;
  return `<figure><img src="${escapeHtml(urls[0] ?? '')}" data-id="${escapeHtml(id)}" alt="${escapeHtml(alt ?? '')}">${shown}</figure>`;
};

/** Pictures of the library side by side. */
export const gallery = (files: readonly SourceFile[]): string =>
  files.length === 0
    ? ''
    : `<figure class="wp-block-gallery">${files.map(filePicture).join('')}</figure>`;

/** Numbers in a list such as `12,34, 56`. */
export const numbersIn = (list: string): string[] => list.match(/\d+/g) ?? [];

/** A quotation that stands out. */
export const pullQuote = (html: string, speaker = ''): string =>
  `<figure class="wp-block-pullquote"><blockquote>${html}${
    speaker === '' ? '' : `<cite>${speaker}</cite>`
  }</blockquote></figure>`;

/** Words that fold open below a title. */
export const folded = (title: string, html: string): string =>
  `<details><summary>${title}</summary>${box(html)}</details>`;

/** The first of these attributes that is not empty, as HTML. */
export const valueOf = ({ named }: Shortcode, ...names: string[]): string =>
  named[names.find((name) => (named[name] ?? '').trim() !== '') ?? ''] ?? '';

/** The same as an address or a number, without entities. */
export const addressOf = (code: Shortcode, ...names: string[]): string =>
  decodeHtml(valueOf(code, ...names)).trim();
