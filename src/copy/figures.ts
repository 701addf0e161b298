import type { CheerioAPI } from 'cheerio';
import { pictureAttribute, readMark, writeMark } from '../astro/picture-marks.ts';

/** The widths, in pixels, that pictures in a body are encoded in, and the `sizes` attribute of each layout. */
const rooms = {
  alone: { widths: [480, 800, 1280], sizes: '(min-width: 720px) 42rem, 100vw' },
  gallery: { widths: [480, 800], sizes: '(min-width: 36rem) 21rem, 100vw' },
};

/** Makes the caption from a picture's title, which is `Caption | Credit`. */
const captionOf = ($: CheerioAPI, title: string) => {
  const [, caption = '', credit = ''] = /^(.*?)(?:(?:^|\s)\|\s(.*))?$/s.exec(title) ?? [];
  const words = $('<figcaption></figcaption>').text(caption.trim());
  if (credit.trim() === '') return words;
  return words.append(caption.trim() === '' ? '' : ' ', $('<small></small>').text(credit.trim()));
};

/**
 * Prepares the pictures of a body, in several widths. A picture alone in its paragraph becomes a figure with caption
 * and credit, two or more become a gallery of figures, and one within a sentence stays where it is.
 */
export const setPictures = ($: CheerioAPI): void => {
  $(`img:not([${pictureAttribute}])`).remove();
  for (const image of $('img').toArray()) {
    const mark = readMark($(image).attr(pictureAttribute));
    if (!mark) {
      $(image).remove();
      continue;
    }
    const paragraph = $(image).parent('p');
    const neighbours = paragraph.children('img').length;
    const noWords =
      paragraph.text().trim() === '' && paragraph.children(':not(img, br)').length === 0;
    const { title, ...picture } = mark;
    const room = noWords && neighbours > 1 ? rooms.gallery : rooms.alone;
    const prepared = { ...picture, ...room, loading: 'lazy', decoding: 'async' };
    $(image).attr(pictureAttribute, writeMark(prepared));
    if (noWords && title) $(image).attr('data-caption', title);
  }
  for (const paragraph of $('p:has(> img)').toArray()) {
    const images = $(paragraph).children('img');
    if ($(paragraph).text().trim() !== '' || $(paragraph).children(':not(img, br)').length > 0)
      continue;
    const gallery = $('<figure class="gallery" data-part="gallery"></figure>');
    for (const image of images.toArray()) {
      const title = $(image).attr('data-caption');
      const figure = $('<figure></figure>').append($(image).clone().removeAttr('data-caption'));
      if (title) figure.append(captionOf($, title));
      gallery.append(figure);
    }
    $(paragraph).replaceWith(images.length > 1 ? gallery : gallery.contents());
  }
};
