import { type CheerioAPI, load } from 'cheerio';
import { markdownToHtml } from 'satteri';
import { createAddresses } from '../../../../src/addresses.ts';
import { sanitiseBody } from '../../../../src/copy/sanitise.ts';
import type { Body, BodySetting, SourceText } from '../../../../src/import/model.ts';
import { bodyOf } from '../../../../src/import/words/body.ts';
import { wordsFor } from '../../../../src/language/words.ts';

const { link } = createAddresses('https://news.example', '/', '/{slug}/');

/** What is known about a site of which nothing is known. */
export const nothing: BodySetting = {
  fileOf: () => undefined,
  partOf: () => undefined,
  linkOf: () => undefined,
  attached: [],
  notes: [],
  base: 'https://www.example.com/2024/05/06/a-story/',
};

/** A body of WordPress, or of another format, as Markdown. */
export const bodyFrom = (
  value: string,
  more: Partial<BodySetting> = {},
  format: SourceText['format'] = 'wordpress',
): Body => bodyOf({ format, value }, { ...nothing, ...more });

/** The same as Markdown alone, without the line's end. */
export const markdownFrom = (value: string, more: Partial<BodySetting> = {}): string =>
  bodyFrom(value, more).markdown.trimEnd();

/** What readers get of Markdown: rendered as the paper renders it, pictures marked as Astro marks them, sanitised. */
export const read = (markdown: string): CheerioAPI => {
  const $ = load(markdownToHtml(markdown).html, null, false);
  for (const image of $('img').toArray()) {
    const { src, alt, title } = image.attribs;
    $(image).replaceWith($('<img>').attr('__astro_image_', JSON.stringify({ src, alt, title })));
  }
  return load(sanitiseBody($.html(), { words: wordsFor('en'), link }), null, false);
};

/** What readers read, without white space, and without what the paper adds to embeds and notes. */
export const seen = (markdown: string): string => {
  const $ = read(markdown);
  $('.embed, [data-footnotes] h2, [data-footnote-backref], [data-footnote-ref]').remove();
  return $.root().text().replaceAll(/\s+/g, '');
};
