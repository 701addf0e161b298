import { load } from 'cheerio';
import { markdownToHtml } from 'satteri';
import { videoOf } from './videos.ts';

/** What a body of Markdown refers to, and whether it says anything. */
export interface BodyContents {
  /** Its pictures: path and alternative text. */
  pictures: { src: string; alt: string }[];
  /** True when nothing of it would be seen. */
  empty: boolean;
  /** True when it has a picture that is not written as `![…](…)`: in HTML, or by reference. */
  otherPictures: boolean;
}

/** Reads a body of Markdown for the check. */
export const readBody = (markdown: string): BodyContents => {
  const pictures: BodyContents['pictures'] = [];
  const { html } = markdownToHtml(markdown, {
    mdastPlugins: [
      {
        name: 'collect-pictures',
        image: ({ url, alt }) => {
          pictures.push({ src: url, alt: alt ?? '' });
        },
      },
    ],
  });
  const $ = load(html, null, false);
  $('script, style, template').remove();
  const hasVideo = $('iframe')
    .toArray()
    .some((frame) => videoOf($(frame).attr('src') ?? '') !== undefined);
  return {
    pictures,
    empty: $.root().text().trim() === '' && pictures.length === 0 && !hasVideo,
    otherPictures: $('img').length > pictures.length,
  };
};
