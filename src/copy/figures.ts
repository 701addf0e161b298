import type { CheerioAPI } from 'cheerio';
import { pictureAttribute, type PictureMark, readMark, writeMark } from '../astro/picture-marks.ts';
import type { EntryPictures } from './printable-picture.ts';

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
 * How a picture is printed: browsers get WebP in all widths, and whatever knows only `src`, such as a feed reader, one
 * JPEG of the largest. A drawing is a PNG there, and WebP without loss; it may be transparent.
 */
const formatsOf = (drawing: boolean): PictureMark =>
  drawing
    ? { format: 'png', srcsetFormat: 'webp' }
    : { format: 'jpeg', srcsetFormat: 'webp', background: '#ffffff' };

/** A picture's file and size. Unlike its name in the copy, its path is safe on every system. */
const fileOf = (
  { src }: PictureMark,
  pictures: EntryPictures | undefined,
  widths: readonly number[],
): PictureMark => {
  const known = pictures?.[String(src)];
  if (!known) return {};
  const width = Math.min(known.width, ...widths.slice(-1));
  const height = Math.max(1, Math.round((width / known.width) * known.height));
  return { src: known.path, width, height, ...formatsOf(known.drawing) };
};

/**
 * Prepares the pictures of a body, in several widths. A picture alone in its paragraph becomes a figure with caption
 * and credit, two or more become a gallery of figures, and one within a sentence stays where it is.
 * @param pictures the files of the pictures; left out, the body is not for printing
 */
export const setPictures = ($: CheerioAPI, pictures?: EntryPictures): void => {
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
    const file = fileOf(mark, pictures, room.widths);
    const prepared = { ...picture, ...file, ...room, loading: 'lazy', decoding: 'async' };
    $(image).attr(pictureAttribute, writeMark(prepared));
    if (noWords && title) $(image).attr('data-caption', title);
  }
  for (const paragraph of $('p:has(> img)').toArray()) {
    const images = $(paragraph).children('img');
    if ($(paragraph).text().trim() !== '' || $(paragraph).children(':not(img, br)').length > 0)
      continue;
    const gallery = $('<div class="gallery" data-part="gallery"></div>');
    for (const image of images.toArray()) {
      const title = $(image).attr('data-caption');
      const figure = $('<figure></figure>').append($(image).clone().removeAttr('data-caption'));
      if (title) figure.append(captionOf($, title));
      gallery.append(figure);
    }
    $(paragraph).replaceWith(images.length > 1 ? gallery : gallery.contents());
  }
};
