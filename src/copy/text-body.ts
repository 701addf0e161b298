import { type CheerioAPI, load } from 'cheerio';
import { pictureAttribute, readMark } from '../astro/picture-marks.ts';
import type { Words } from '../language/words.ts';
import { embedOf } from './embeds.ts';

/** What a body must know of the edition in text alone. */
export interface TextSetting {
  words: Words['text'];
  /** The text page that says the same as the page at a path, or the address as it is. */
  link: (address: string) => string;
}

/** Attributes that mean something without style and script. */
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
  for (const figure of $('figure').toArray()) {
    const caption = $(figure).children('figcaption').remove();
    // A pull quote: its words are a block already.
    if ($(figure).children('blockquote').length > 0) {
      $(figure).replaceWith($(figure).contents());
      continue;
    }
    const words = $('<p></p>').append($(figure).contents());
    if (caption.text().trim() !== '') words.append(' ', caption.contents());
    if (words.text().trim() === '') $(figure).remove();
    else $(figure).replaceWith(words);
  }
};

const embeds = ($: CheerioAPI, words: TextSetting['words']): void => {
  $('[data-part="embed-note"]').remove();
  for (const link of $('a[data-embed]').toArray()) {
    const embed = embedOf($(link).attr('href') ?? '');
    if (embed) $(link).text((embed.shape === 'video' ? words.video : words.post)(embed.service));
  }
  for (const player of $('audio, video').toArray()) $(player).replaceWith($(player).contents());
};

/**
 * A body for the text-only edition: a picture becomes its description in brackets and its caption, a video or a
 * post a link to its page; words, links, lists and tables stay.
 * @param html the body as the allow-list left it
 */
export const textBody = (html: string, { words, link }: TextSetting): string => {
  const $ = load(html, null, false);
  pictures($, words);
  embeds($, words);
  $('.table').each((_, box) => void $(box).replaceWith($(box).contents()));
  for (const element of $('*').toArray()) {
    if (!('attribs' in element)) continue;
    for (const name of Object.keys(element.attribs)) {
      if (!kept.includes(name)) $(element).removeAttr(name);
    }
  }
  for (const anchor of $('a[href^="/"]').toArray()) {
    $(anchor).attr('href', link($(anchor).attr('href') ?? ''));
  }
  return $.html();
};
