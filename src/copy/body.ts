import { load } from 'cheerio';
import { markdownToHtml } from 'satteri';
import { embedOf } from './embeds.ts';
import { entryFaults } from './live.ts';

/** What a body of Markdown refers to, and whether it says anything. */
export interface BodyContents {
  /** Its pictures: path and alternative text. */
  pictures: { src: string; alt: string }[];
  /** True when nothing of it would be seen. */
  empty: boolean;
  /** True when it has a picture that is not written as `![…](…)`: in HTML, or by reference. */
  otherPictures: boolean;
  /** What is wrong with its entries, were it a live story's. */
  entryFaults: ReturnType<typeof entryFaults>;
}

/**
 * Whether a body holds words that are seen, and neither a picture nor HTML: so most do, and need not be rendered to
 * know it. (`]:` may begin a link's address, which is not seen.)
 */
export const isPlain = (markdown: string): boolean =>
  /^\p{L}/mu.test(markdown) && !/[<!]|\]:/.test(markdown);

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
  const hasEmbed = $('iframe')
    .toArray()
    .some((frame) => embedOf($(frame).attr('src') ?? '') !== undefined);
  return {
    pictures,
    empty: $.root().text().trim() === '' && pictures.length === 0 && !hasEmbed,
    otherPictures: $('img').length > pictures.length,
    entryFaults: entryFaults($),
  };
};
