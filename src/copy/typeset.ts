import type { CheerioAPI } from 'cheerio';
import { fragmentHtml, loadFragment } from './fragment.ts';
import type { Words } from '../language/words.ts';
import { cleanAddress } from '../schemas/address.ts';
import { type Kind, traitsOf } from '../schemas/kinds.ts';
import { setBoxes } from './boxes.ts';
import { setEmbeds } from './embed-links.ts';
import { setPictures } from './figures.ts';
import { setFileLinks } from './file-links.ts';
import { setEntries } from './set-entries.ts';
import type { EntryPictures } from './printable-picture.ts';
import { setPullQuotes } from './quotations.ts';
import { type CaptionsOf, setRecordings } from './recordings.ts';
import type { EntryFiles } from './take-along.ts';
import { percentDecoded } from '../percent-decoded.ts';

/** What typesetting a body needs to know about the paper. */
export interface BodySetting {
  words: Words;
  /** Adds the base path to a path on this site. */
  link: (target: string) => string;
  /** For a live story: formats a time for readers, in the paper's time zone. */
  entryTime?: ((moment: Date) => string) | undefined;
  /** The same for a day, which is said where it changes. */
  entryDay?: ((moment: Date) => string) | undefined;
  /** True for a sponsored story, whose links to other sites are marked as paid. */
  paid?: boolean;
  /** The files of the body's pictures. */
  pictures?: EntryPictures;
  /** Finds the captions of recordings; left out, they have none. */
  captions?: CaptionsOf | undefined;
  /** The files beside the text that it links to. */
  files?: EntryFiles;
}

/** What of a paper's setting applies to one body: only a live story has entries, and only a sponsored one paid links. */
export const settingFor = (data: object, setting: BodySetting): BodySetting => {
  const { words, link, entryTime, entryDay, captions } = setting;
  if (!('kind' in data)) return { words, link, captions };
  const { contents, paid } = traitsOf(data.kind as Kind);
  return { words, link, captions, paid, ...(contents === 'entries' && { entryTime, entryDay }) };
};

const inlineTags =
  'a, em, strong, b, i, s, del, ins, sup, sub, code, kbd, mark, small, abbr, cite, q, time, bdi, bdo';
const blockTags =
  'p, ul, ol, dl, blockquote, figure, details, section, article, div, table, pre, hr, h2, h3, h4';

/** Blocks that are not printed as such (docs/editors/markdown.md). */
const otherBlocks =
  'address, aside, center, dialog, footer, header, hgroup, main, menu, nav, search';

const names = (list: string): ReadonlySet<string> => new Set(list.split(', '));
const [inlineNames, blockNames] = [names(`${inlineTags}, summary, h2, h3, h4`), names(blockTags)];
const otherNames = names(otherBlocks);

/** The elements in which some belong. */
const parentsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', names('ul, ol')],
  ['figcaption', names('figure')],
  ['dt', names('dl')],
  ['dd', names('dl')],
]);

/** Keeps the words of other blocks apart: dropped without a trace, two of them would become one word. */
const replaceOtherBlocks = ($: CheerioAPI): void => {
  const inWords = `:is(${inlineTags}, summary, p, h1, h2, h3, h4, h5, h6) *`;
  for (const block of $(otherBlocks).not(inWords).toArray()) block.tagName = 'div';
};

const elementsIn = ($: CheerioAPI) => $.root().find('*').toArray();

/** Whether there is an element where it is not allowed: in hardly any body is. */
const hasMisplaced = ($: CheerioAPI): boolean => {
  const inWords = new Set<unknown>();
  for (const element of elementsIn($)) {
    const { tagName, parent } = element;
    const around = parent && 'tagName' in parent ? parent.tagName : '';
    if (parentsOf.get(tagName)?.has(around) === false) return true;
    // Between a template and what is in it, there is a fragment.
    const outside = around === '' ? parent?.parent : parent;
    if (!inlineNames.has(around) && !inWords.has(outside)) continue;
    if (blockNames.has(tagName)) return true;
    inWords.add(element);
  }
  return false;
};

/** Unwraps elements that raw HTML left where they are not allowed (WHATWG content models); their content stays. */
const unwrapMisplaced = ($: CheerioAPI): void => {
  if (!hasMisplaced($)) return;
  for (const part of $('li, figcaption, dt, dd').toArray()) {
    const parent = $(part).parent().prop('tagName')?.toLowerCase() ?? '';
    if (parentsOf.get(part.tagName)?.has(parent) === false)
      $(part).replaceWith($('<p></p>').append($(part).contents()));
  }
  for (const part of $(`:is(${inlineTags}, summary, h2, h3, h4):has(${blockTags})`).toArray()) {
    if (part.tagName === 'summary') $(part).text($(part).text());
    else $(part).replaceWith($(part).contents());
  }
};

/** Makes headings start at level two, below the headline, and never skip a level (WCAG 1.3.1). */
const levelHeadings = ($: CheerioAPI): void => {
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

/** Makes ids unique, with a prefix so that they cannot clash with those of the page around the body. */
const scopeIds = ($: CheerioAPI): void => {
  const isNote = (id: string): boolean => id.startsWith('user-content-');
  for (const anchor of $('a[name]:not([id])').toArray()) {
    $(anchor).attr('id', $(anchor).attr('name') ?? '');
  }
  const seen = new Map<string, number>();
  for (const element of $('[id]').toArray()) {
    const id = percentDecoded($(element).attr('id') ?? '');
    const isNotesHeading =
      id === 'footnote-label' && $(element).parent('[data-footnotes]').length > 0;
    const wanted = isNote(id) || isNotesHeading ? id : `at-${id}`;
    const times = (seen.get(wanted) ?? 0) + 1;
    seen.set(wanted, times);
    $(element).attr('id', times === 1 ? wanted : `${wanted}-${times}`);
    // An id such as `at-social-media` makes reader views drop a crosshead, unless a class says what it is.
    $(element).filter('h2, h3, h4').addClass('article-crosshead');
  }
  for (const link of $('a[href^="#"]').toArray()) {
    const id = ($(link).attr('href') ?? '').slice(1);
    // The top of the page has no name; and an anchor that was copied from a printed page has its prefix already.
    const isWhole = id === '' || id === 'top' || isNote(id);
    const isScoped = !seen.has(`at-${percentDecoded(id)}`) && seen.has(percentDecoded(id));
    if (!isWhole && !isScoped) $(link).attr('href', `#at-${id}`);
  }
};

const prepareTables = ($: CheerioAPI): void => {
  for (const cell of $('th[style], td[style]').toArray()) {
    const align = /^text-align: (left|center|right)$/.exec($(cell).attr('style') ?? '')?.[1];
    if (align) $(cell).attr('data-align', align);
  }
  $('table').wrap('<div class="table" data-part="table" role="group" tabindex="0"></div>');
  $('pre').attr('tabindex', '0');
};

const replaceCheckboxes = ($: CheerioAPI): void => {
  for (const box of $('li input[type="checkbox"]').toArray()) {
    $(box).replaceWith($(box).attr('checked') === undefined ? '☐' : '☑');
  }
};

const rewriteLinks = ($: CheerioAPI, link: BodySetting['link'], paid: boolean): void => {
  for (const part of $('a[href]').toArray()) {
    const address = ($(part).attr('href') ?? '').trim();
    const clean = cleanAddress(address);
    if (clean === undefined) $(part).removeAttr('href');
    else $(part).attr('href', link(clean));
  }
  for (const player of $('audio[src], video[src], track[src]').toArray()) {
    const address = $(player).attr('src') ?? '';
    $(player).attr('src', link(cleanAddress(address) ?? address));
  }
  $('a').removeAttr('rel');
  // Search engines want paid links marked (https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links).
  if (paid) $('a[href^="http:" i], a[href^="https:" i]').attr('rel', 'sponsored noopener');
};

/**
 * Typesets the HTML of a body: figures and galleries, placeholders for other services, recordings, pull quotes,
 * boxes, the entries of a live story, tables that scroll, headings and ids that fit the page around them, links with the base
 * path. The allow-list decides afterwards what may stay.
 */
export const typesetBody = (html: string, setting: BodySetting): string => {
  const {
    words,
    link,
    entryTime,
    entryDay,
    paid = false,
    pictures,
    captions,
    files = {},
  } = setting;
  const $ = loadFragment(html);
  // A search takes as long where there is nothing to find, and most bodies have nothing but words, crossheads and links.
  const there = new Set(elementsIn($).map(({ tagName }) => tagName));
  const has = (...some: string[]): boolean => some.some((name) => there.has(name));
  if (has('article')) {
    for (const raw of $('article').toArray()) $(raw).replaceWith($(raw).contents());
  }
  if (has(...otherNames)) replaceOtherBlocks($);
  if (has('img')) setPictures($, words, pictures);
  if (has('a', 'iframe')) setEmbeds($, words);
  if (has('a', 'audio', 'video', 'track')) setRecordings($, words, captions);
  if (has('blockquote')) {
    setPullQuotes($);
    setBoxes($, words);
  }
  if (entryTime) {
    // An unclosed tag would swallow the crossheads after it.
    unwrapMisplaced($);
    setEntries($, { words, time: entryTime, day: entryDay });
  }
  levelHeadings($);
  unwrapMisplaced($);
  scopeIds($);
  if (has('table', 'th', 'td', 'pre')) prepareTables($);
  if (has('input')) replaceCheckboxes($);
  if (has('a')) setFileLinks($, files, words.language);
  // A frame has become a link, and a link to a recording a player.
  if (has('a', 'iframe', 'audio', 'video', 'track')) rewriteLinks($, link, paid);
  for (const paragraph of $('p').toArray()) {
    if ($(paragraph).text().trim() === '' && $(paragraph).children(`:not(br)`).length === 0) {
      $(paragraph).remove();
    }
  }
  return fragmentHtml($);
};
