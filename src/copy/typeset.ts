import { type CheerioAPI, load } from 'cheerio';
import type { Words } from '../language/words.ts';
import { setEmbeds } from './embed-links.ts';
import { setPictures } from './figures.ts';
import { setEntries } from './live.ts';
import { setPullQuotes } from './quotations.ts';
import { setRecordings } from './recordings.ts';

/** What the body's HTML must know of the paper that prints it. */
export interface BodySetting {
  words: Words;
  /** Puts the base path before paths of this site. */
  link: (target: string) => string;
  /** For a live story: a moment in words, in the paper's zone. */
  entryTime?: ((moment: Date) => string) | undefined;
  /** True for a story that somebody paid for: its links to other sites say so. */
  paid?: boolean;
}

const inlineTags =
  'a, em, strong, b, i, s, del, ins, sup, sub, code, kbd, mark, small, abbr, cite, q, time, bdi, bdo';
const blockTags =
  'p, ul, ol, dl, blockquote, figure, details, section, article, div, table, pre, hr, h2, h3, h4';

/** Raw HTML may leave parts where they cannot stand (WHATWG content models): these are set free, their words stay. */
const misplaced = ($: CheerioAPI): void => {
  for (const part of $('li, figcaption, dt, dd').toArray()) {
    const homes =
      part.tagName === 'li' ? 'ul, ol' : part.tagName === 'figcaption' ? 'figure' : 'dl';
    if ($(part).parent(homes).length === 0)
      $(part).replaceWith($('<p></p>').append($(part).contents()));
  }
  for (const part of $(`:is(${inlineTags}, summary, h2, h3, h4):has(${blockTags})`).toArray()) {
    if (part.tagName === 'summary') $(part).text($(part).text());
    else $(part).replaceWith($(part).contents());
  }
};

/** Headings begin at the second level, the first being the headline's, and never skip one (WCAG 1.3.1). */
const headings = ($: CheerioAPI): void => {
  let last = 1;
  for (const heading of $('h1, h2, h3, h4, h5, h6').toArray()) {
    if ($(heading).text().trim() === '') {
      $(heading).remove();
      continue;
    }
    const level = Math.min(Math.max(Number(heading.tagName.slice(1)), 2), last + 1, 4);
    last = level;
    heading.tagName = `h${level}`;
  }
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Ids of the body are set apart from those of the page around it, and each is there once. */
const ids = ($: CheerioAPI): void => {
  const isNote = (id: string): boolean => id.startsWith('user-content-');
  const seen = new Map<string, number>();
  for (const element of $('[id]').toArray()) {
    const id = decoded($(element).attr('id') ?? '');
    const isNotesHeading =
      id === 'footnote-label' && $(element).parent('[data-footnotes]').length > 0;
    const wanted = isNote(id) || isNotesHeading ? id : `at-${id}`;
    const times = (seen.get(wanted) ?? 0) + 1;
    seen.set(wanted, times);
    $(element).attr('id', times === 1 ? wanted : `${wanted}-${times}`);
  }
  for (const link of $('a[href^="#"]').toArray()) {
    const id = ($(link).attr('href') ?? '').slice(1);
    if (!isNote(id)) $(link).attr('href', `#at-${id}`);
  }
};

const tables = ($: CheerioAPI): void => {
  for (const cell of $('th[style], td[style]').toArray()) {
    const align = /^text-align: (left|center|right)$/.exec($(cell).attr('style') ?? '')?.[1];
    if (align) $(cell).attr('data-align', align);
  }
  $('table').wrap('<div class="table" role="group" tabindex="0"></div>');
  $('pre').attr('tabindex', '0');
};

const ticks = ($: CheerioAPI): void => {
  for (const box of $('li input[type="checkbox"]').toArray()) {
    $(box).replaceWith($(box).attr('checked') === undefined ? '☐' : '☑');
  }
};

const links = ($: CheerioAPI, link: BodySetting['link'], paid: boolean): void => {
  for (const part of $('a[href^="/"]').toArray()) {
    $(part).attr('href', link($(part).attr('href') ?? ''));
  }
  for (const player of $('[src^="/"]').toArray()) {
    $(player).attr('src', link($(player).attr('src') ?? ''));
  }
  $('a').removeAttr('rel');
  // A search engine counts such a link as bought (https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links).
  if (paid) $('a[href^="http:" i], a[href^="https:" i]').attr('rel', 'sponsored noopener');
};

/**
 * Sets the HTML of a body: figures and galleries, cards for what is at other services, recordings, pull quotes, the
 * entries of a live story, tables that scroll, headings and ids that fit the page around them, links with the base
 * path. What may stay is decided afterwards, by the allow-list.
 */
export const typesetBody = (html: string, setting: BodySetting): string => {
  const { words, link, entryTime, paid = false } = setting;
  const $ = load(html, null, false);
  for (const raw of $('article').toArray()) $(raw).replaceWith($(raw).contents());
  setPictures($);
  setEmbeds($, words);
  setRecordings($);
  setPullQuotes($);
  if (entryTime) {
    // A mark left open would hold the crossheads after it.
    misplaced($);
    setEntries($, entryTime);
  }
  headings($);
  misplaced($);
  ids($);
  tables($);
  ticks($);
  links($, link, paid);
  for (const paragraph of $('p').toArray()) {
    if ($(paragraph).text().trim() === '' && $(paragraph).children(`:not(br)`).length === 0) {
      $(paragraph).remove();
    }
  }
  return $.html();
};
