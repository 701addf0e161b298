import type { CheerioAPI } from 'cheerio';
import { pictureAttribute, type PictureMark, readMark, writeMark } from '../astro/picture-marks.ts';
import { creditLine } from '../edition/reporting.ts';
import type { PictureAi } from '../language/reporting.ts';
import type { Words } from '../language/words.ts';
import { aiOfSourceType } from '../schemas/source-type.ts';
import type { EntryPictures, PrintablePicture } from './printable-picture.ts';

/** The widths, in pixels, that pictures in a body are encoded in, and the `sizes` attribute of each layout. */
const rooms = {
  alone: { widths: [480, 800, 1280], sizes: '(min-width: 720px) 42rem, 100vw' },
  gallery: { widths: [480, 800], sizes: '(min-width: 36rem) 21rem, 100vw' },
};

/** What a picture's title says. */
export interface PictureTitle {
  caption: string;
  credit: string;
  ai?: PictureAi;
}

/** Splits a picture's title, which is `Caption | Credit`, and may end with what AI did: `| ai: generated`. */
export const readTitle = (title: string): PictureTitle => {
  const [, words = '', use] =
    /^(.*?)(?:(?:^|\s)\|\s*ai:\s*(generated|assisted)\s*)?$/is.exec(title) ?? [];
  const [, caption = '', credit = ''] = /^(.*?)(?:(?:^|\s)\|\s(.*))?$/s.exec(words) ?? [];
  const ai = use?.toLowerCase() as PictureAi | undefined;
  return { caption: caption.trim(), credit: credit.trim(), ...(ai && { ai }) };
};

const captionOf = ($: CheerioAPI, caption: string, credit: string) => {
  const words = $('<figcaption></figcaption>').text(caption);
  if (credit === '') return words;
  return words.append(caption === '' ? '' : ' ', $('<small></small>').text(credit));
};

/** A link that is nothing but a picture. */
const linked = 'a:has(> img:only-child)';

/** Whether an element has pictures, and nothing else. */
const hasOnlyPictures = (element: ReturnType<CheerioAPI>): boolean =>
  element.text().trim() === '' && element.children(`:not(img, br, ${linked})`).length === 0;

/** A crosshead is words: its pictures come after it. */
const moveOutOfCrossheads = ($: CheerioAPI): void => {
  for (const heading of $(':is(h1, h2, h3, h4, h5, h6):has(img)').toArray()) {
    const pictures = $(heading).find(`${linked}, :not(${linked}) > img`);
    $('<p></p>').append(pictures).insertAfter(heading);
  }
};

/** Gives captioned pictures that are all there is in a list item or a cell a paragraph, as others have. */
const wrapCaptioned = ($: CheerioAPI): void => {
  for (const box of $(':is(li, dd, td, th):has(> img, > a > img)').toArray()) {
    const hasCaption = $(box)
      .find('img')
      .toArray()
      .some((image) => readMark($(image).attr(pictureAttribute))?.title);
    if (hasCaption && hasOnlyPictures($(box))) $(box).wrapInner('<p></p>');
  }
};

/**
 * How a picture is printed: browsers get WebP in all widths, and whatever knows only `src`, such as a feed reader, one
 * JPEG of the largest. A drawing is a PNG there, and WebP without loss; it may be transparent.
 */
const formatsOf = (drawing: boolean): PictureMark =>
  drawing
    ? { format: 'png', srcsetFormat: 'webp' }
    : { format: 'jpeg', srcsetFormat: 'webp', background: '#ffffff' };

/**
 * A picture's file and size, and what the file says of it where the copy does not. Unlike its name in the copy, its path is
 * safe on every system.
 */
const fileOf = (
  { alt }: PictureMark,
  known: PrintablePicture | undefined,
  widths: readonly number[],
): PictureMark => {
  if (!known) return {};
  const width = Math.min(known.width, ...widths.slice(-1));
  const height = Math.max(1, Math.round((width / known.width) * known.height));
  const shown = alt?.trim() ? {} : { alt: known.alt ?? '' };
  return { src: known.path, width, height, ...shown, ...formatsOf(known.drawing) };
};

/**
 * Prepares the pictures of a body, in several widths. A picture alone in its paragraph becomes a figure with caption
 * and credit, two or more become a gallery of figures, and one within a sentence stays where it is. One that is a
 * link, or the only thing in a list item or a cell, becomes a figure if it has a caption.
 * @param pictures the files of the pictures; left out, the body is not for printing
 */
export const setPictures = (
  $: CheerioAPI,
  words: Pick<Words, 'pictureAi'>,
  pictures?: EntryPictures,
): void => {
  $(`img:not([${pictureAttribute}])`).remove();
  moveOutOfCrossheads($);
  wrapCaptioned($);
  for (const image of $('img').toArray()) {
    const mark = readMark($(image).attr(pictureAttribute));
    if (!mark) {
      $(image).remove();
      continue;
    }
    const holder = $(image).parent();
    const paragraph = (holder.is(linked) ? holder.parent() : holder).filter('p');
    const neighbours = paragraph.find('img').length;
    const noWords = paragraph.length > 0 && hasOnlyPictures(paragraph);
    const { title, ...picture } = mark;
    const room = noWords && neighbours > 1 ? rooms.gallery : rooms.alone;
    const known = pictures?.[String(mark['src'])];
    const file = fileOf(mark, known, room.widths);
    const prepared = { ...picture, ...file, ...room, loading: 'lazy', decoding: 'async' };
    $(image).attr(pictureAttribute, writeMark(prepared));
    if (!noWords) continue;
    const { caption, credit, ai } = readTitle(title ?? '');
    // What the copy does not say, the file does.
    const line = creditLine(
      { credit: credit || known?.label?.credit, ai: ai ?? aiOfSourceType(known?.label?.source) },
      words,
    );
    if (title) $(image).attr('data-caption', caption);
    if (line && (title || !holder.is(linked))) $(image).attr('data-credit', line);
  }
  for (const paragraph of $('p:has(> img, > a > img[data-caption])').toArray()) {
    const images = $(paragraph).children(`img, ${linked}`);
    if (!hasOnlyPictures($(paragraph))) continue;
    const gallery = $('<figure class="gallery" data-part="gallery"></figure>');
    for (const image of images.toArray()) {
      const shown = $(image).find('img').addBack('img');
      const [caption = '', credit = ''] = [shown.attr('data-caption'), shown.attr('data-credit')];
      const figure = $('<figure></figure>').append($(image).clone());
      figure.find('img').removeAttr('data-caption').removeAttr('data-credit');
      if (caption || credit) figure.append(captionOf($, caption, credit));
      gallery.append(figure);
    }
    $(paragraph).replaceWith(images.length > 1 ? gallery : gallery.contents());
  }
};
