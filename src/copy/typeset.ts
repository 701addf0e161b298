import { type Cheerio, type CheerioAPI, load } from 'cheerio';
import type { Words } from '../language/words.ts';
import { videoOf } from './videos.ts';

/** What the body's HTML must know of the paper that prints it. */
export interface BodySetting {
  words: Words;
  /** Puts the base path before paths of this site. */
  link: (target: string) => string;
}

/** The attribute, in lower case, in which Astro's Markdown renderer leaves a picture to be resolved. */
export const pictureMarker = '__astro_image_';

/** The widths, in pixels, that a picture in the body is printed in, and the room that it takes. */
const pictureRoom = { widths: [480, 800, 1280], sizes: '(min-width: 720px) 42rem, 100vw' };

type Part = Cheerio<ReturnType<CheerioAPI>[number]>;

/** Raw HTML may carry an attribute of the same name. */
const markOf = (json: string): { title?: string } | undefined => {
  try {
    return JSON.parse(json) as { title?: string };
  } catch {
    return undefined;
  }
};

const pictures = ($: CheerioAPI): void => {
  $(`img:not([${pictureMarker}])`).remove();
  for (const image of $('img').toArray()) {
    const mark = markOf($(image).attr(pictureMarker) ?? '');
    if (!mark) {
      $(image).remove();
      continue;
    }
    const { title, ...picture } = mark;
    const printed = { ...picture, ...pictureRoom, loading: 'lazy', decoding: 'async' };
    // Astro unescapes the attribute only in part; JSON's own escapes pass through whole.
    const json = JSON.stringify(printed).replaceAll(
      /[<>&]/g,
      (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`,
    );
    $(image).attr(pictureMarker, json);

    const paragraph = $(image).parent('p');
    const alone = paragraph.children().length === 1 && paragraph.text().trim() === '';
    if (!alone) continue;
    const figure = $('<figure></figure>').append($(image).clone());
    if (title) figure.append($('<figcaption></figcaption>').text(title));
    paragraph.replaceWith(figure);
  }
};

/** A video's address that stands alone becomes a card; nothing is loaded before a reader plays it. */
const videos = ($: CheerioAPI, words: Words): void => {
  const card = (address: string): Part | undefined => {
    const video = videoOf(address);
    if (!video) return undefined;
    const link = $('<a></a>').attr({ href: video.page, 'data-video': video.player });
    const note = $('<small class="video-note"></small>').text(words.videoNote(video.host));
    return $('<p class="video"></p>').append(link.text(words.playVideo(video.host)), ' ', note);
  };
  $('[data-video]').removeAttr('data-video');
  for (const frame of $('iframe').toArray()) {
    const found = card($(frame).attr('src') ?? '');
    const paragraph = $(frame).parent('p');
    if (
      found &&
      paragraph.children().length === 1 &&
      paragraph.text().trim() === $(frame).text().trim()
    ) {
      paragraph.replaceWith(found);
    } else if (found && paragraph.length === 0) {
      $(frame).replaceWith(found);
    } else {
      $(frame).remove();
    }
  }
  for (const paragraph of $('p').toArray()) {
    const link = $(paragraph).children('a');
    const address = link.attr('href') ?? '';
    if (link.length !== 1 || address === '' || $(paragraph).text().trim() !== address) continue;
    const found = card(address);
    if (found) $(paragraph).replaceWith(found);
  }
};

const inlineTags =
  'a, em, strong, b, i, s, del, ins, sup, sub, code, kbd, mark, small, abbr, cite, q, time, bdi, bdo';
const blockTags =
  'p, ul, ol, dl, blockquote, figure, details, section, div, table, pre, hr, h2, h3, h4';

/** Raw HTML may leave parts where they cannot stand (WHATWG content models): these are set free, their words stay. */
const misplaced = ($: CheerioAPI): void => {
  for (const part of $('li, figcaption, dt, dd').toArray()) {
    const homes =
      part.tagName === 'li' ? 'ul, ol' : part.tagName === 'figcaption' ? 'figure' : 'dl';
    if ($(part).parent(homes).length === 0)
      $(part).replaceWith($('<p></p>').append($(part).contents()));
  }
  for (const part of $(`${inlineTags}, summary, h2, h3, h4`).toArray()) {
    if ($(part).find(blockTags).length === 0) continue;
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

/**
 * Sets the HTML of a body: pictures in several widths, figures, video cards, tables that scroll, headings and ids that
 * fit the page around them, links with the base path. What may stay is decided afterwards, by the allow-list.
 */
export const typesetBody = (html: string, { words, link }: BodySetting): string => {
  const $ = load(html, null, false);
  pictures($);
  videos($, words);
  headings($);
  misplaced($);
  ids($);
  tables($);
  ticks($);
  for (const anchor of $('a[href^="/"]').toArray()) {
    $(anchor).attr('href', link($(anchor).attr('href') ?? ''));
  }
  for (const paragraph of $('p').toArray()) {
    if ($(paragraph).text().trim() === '' && $(paragraph).children(`:not(br)`).length === 0) {
      $(paragraph).remove();
    }
  }
  return $.html();
};
