import { type CheerioAPI, load } from 'cheerio';

/** The name of an element that a text does not have. */
const nameFor = (html: string): string => {
  let name = 'whole-text';
  while (html.toLowerCase().includes(name)) name += 'x';
  return name;
};

/**
 * Parses the HTML of a body. Its parts are put into one element, because cheerio compares the roots of a fragment each
 * with each, and parse5 moves them one by one: both take minutes for a hundred thousand paragraphs.
 * @returns the fragment; {@link fragmentHtml} gives its HTML
 */
export const loadFragment = (html: string): CheerioAPI =>
  load(`<${nameFor(html)}>${html}`, null, false);

/** The HTML of a fragment from {@link loadFragment}, as it is now. */
export const fragmentHtml = ($: CheerioAPI): string => $.root().children().html() ?? '';
