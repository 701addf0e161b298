import { markdownToHtml } from 'satteri';
import { boxFaults } from './boxes.ts';
import { embedOf } from './embeds.ts';
import { loadFragment } from './fragment.ts';
import { en } from '../language/en.ts';
import { entryFaults, type WrittenEntry, writtenEntries } from './entry-faults.ts';
import { withPlainSigns } from './plain-signs.ts';

/** A picture in a body, as written: path, alternative text and title. */
export interface PictureInBody {
  src: string;
  alt: string;
  title: string;
}

/** What the check needs to know about a body of Markdown. */
export interface BodyContents {
  pictures: PictureInBody[];
  /** True if readers would see nothing. */
  empty: boolean;
  /** True if it has a picture that is not written as `![…](…)`, but in HTML or by reference (`![…][…]`). */
  otherPictures: boolean;
  /** What is wrong with its boxes. */
  boxFaults: ReturnType<typeof boxFaults>;
  /** What would be wrong with its entries if it were a live story. */
  entryFaults: ReturnType<typeof entryFaults>;
  /** What its entries would be, in the order in which they are written. */
  entries: WrittenEntry[];
}

/**
 * Whether a body certainly has visible words and neither pictures nor HTML. Most bodies pass this quick test and need
 * not be rendered for the check. (`]:` may be part of a link definition, which is not visible.)
 */
export const isPlain = (markdown: string): boolean =>
  /^\p{L}/mu.test(markdown) && !/[<!]|\]:/.test(markdown);

/** Reads a body of Markdown for the check. */
export const readBody = (markdown: string): BodyContents => {
  const pictures: BodyContents['pictures'] = [];
  const { html } = markdownToHtml(withPlainSigns(markdown).markdown, {
    // A rule (---) at the top of a body is no frontmatter.
    features: { frontmatter: false },
    mdastPlugins: [
      {
        name: 'collect-pictures',
        image: ({ url, alt, title }) => {
          pictures.push({ src: url, alt: alt ?? '', title: title ?? '' });
        },
      },
    ],
  });
  const $ = loadFragment(html);
  $('script, style, template').remove();
  const hasEmbed = $('iframe')
    .toArray()
    .some((frame) => embedOf($(frame).attr('src') ?? '') !== undefined);
  return {
    pictures,
    empty: $.root().text().trim() === '' && pictures.length === 0 && !hasEmbed,
    otherPictures: $('img').length > pictures.length,
    boxFaults: boxFaults($, Object.keys(en.boxes)),
    entryFaults: entryFaults($),
    entries: writtenEntries($),
  };
};
