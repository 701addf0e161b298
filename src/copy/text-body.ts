import type { CheerioAPI } from 'cheerio';
import { fragmentHtml, loadFragment } from './fragment.ts';
import { pictureAttribute, readMark } from '../astro/picture-marks.ts';
import type { Words } from '../language/words.ts';
import { embedOf } from './embeds.ts';
import { withAttributes } from './simple-body.ts';

/** What a body needs to know about the text-only edition. */
export interface TextSetting {
  words: Words['text'];
  /** Gives the text-only page for the page at a path; returns any other address unchanged. */
  link: (address: string) => string;
}

/** Attributes that still matter without styles and scripts. */
const kept = [
  ...['href', 'title', 'lang', 'dir', 'id', 'start', 'reversed', 'value', 'open'],
  ...['datetime', 'colspan', 'rowspan', 'scope', 'aria-label'],
];

const pictures = ($: CheerioAPI, words: TextSetting['words']): void => {
  for (const image of $('img').toArray()) {
    const described = readMark($(image).attr(pictureAttribute))?.alt?.trim();
    const alt = described || ($(image).attr('alt') ?? '').trim();
    $(image).replaceWith(
      $('<span></span>')
        .text(alt && `[${words.picture(alt)}]`)
        .contents(),
    );
  }
  $('[data-part="gallery"]').each((_, box) => void $(box).replaceWith($(box).contents()));
  for (const figure of $('figure').toArray()) {
    const caption = $(figure).children('figcaption').remove();
    // A pull quote is a block already.
    if ($(figure).children('blockquote').length > 0) {
      $(figure).replaceWith($(figure).contents());
      continue;
    }
    const paragraph = $('<p></p>').append($(figure).contents());
    if (caption.text().trim() !== '') paragraph.append(' ', caption.contents());
    if (paragraph.text().trim() === '') $(figure).remove();
    else $(figure).replaceWith(paragraph);
  }
};

const embeds = ($: CheerioAPI, words: TextSetting['words']): void => {
  $('[data-part="embed-note"]').remove();
  for (const link of $('a[data-embed]').toArray()) {
    const embed = embedOf($(link).attr('href') ?? '');
    if (embed) $(link).text((embed.shape === 'video' ? words.video : words.post)(embed.service));
  }
  $('track').remove();
  for (const player of $('audio, video').toArray()) $(player).replaceWith($(player).contents());
};

const parsedBody = (html: string, { words, link }: TextSetting): string => {
  const $ = loadFragment(html);
  pictures($, words);
  embeds($, words);
  for (const box of $('[data-part="box"]').toArray()) {
    box.tagName = 'blockquote';
    $(box).removeAttr('aria-label');
  }
  for (const transcript of $('[data-part="transcript"]').toArray()) {
    const title = $(transcript).children('summary');
    title.replaceWith($('<p></p>').append($('<strong></strong>').append(title.contents())));
    $(transcript).replaceWith($(transcript).contents());
  }
  // On paper, a closed box would lose its words, and there is no room for a style that opens it.
  $('details').attr('open', '');
  $('[data-part="table"]').each((_, box) => void $(box).replaceWith($(box).contents()));
  for (const element of $('*').toArray()) {
    if (!('attribs' in element)) continue;
    for (const name of Object.keys(element.attribs)) {
      if (!kept.includes(name)) $(element).removeAttr(name);
    }
  }
  // One that is wider than the page scrolls, which must not take a mouse (WCAG 2.1.1).
  $('table').attr('tabindex', '0');
  for (const anchor of $('a[href^="/"]').toArray()) {
    $(anchor).attr('href', link($(anchor).attr('href') ?? ''));
  }
  return fragmentHtml($);
};

/**
 * A body for the text-only edition. A picture becomes its description in brackets, followed by its caption; a video or
 * a post becomes a link to its page. Words, links, lists and tables stay.
 * @param html the sanitised body
 */
export const textBody = (html: string, { words, link }: TextSetting): string =>
  withAttributes(html, (tag, name, value) => {
    if (!kept.includes(name)) return undefined;
    return name === 'href' && tag.startsWith('<a ') && value.startsWith('/') ? link(value) : value;
  }) ?? parsedBody(html, { words, link });
