import { fragmentHtml, loadFragment } from './fragment.ts';

/** Elements whose words stand in lines of their own. */
const blocks = 'p, h1, h2, h3, h4, li, dt, dd, blockquote, pre, figcaption, caption, tr';

/**
 * Takes the pictures out of a text, with their captions: they have rights of their own.
 * @param html as for feeds: sanitised, with absolute addresses
 */
export const withoutPictures = (html: string): string => {
  const $ = loadFragment(html);
  for (const image of $('img').toArray()) {
    const figure = $(image).closest('figure');
    (figure.length > 0 ? figure : $(image)).remove();
  }
  // A paragraph that held nothing but a picture.
  $('p, a').each((_, element) => {
    if ($(element).text().trim() === '' && $(element).find('img').length === 0) $(element).remove();
  });
  return fragmentHtml($);
};

/**
 * The same as plain text: paragraphs with an empty line between them, items with a bullet, the address after a link's
 * words.
 * @param story the story's address: links within it, as footnotes have, lead nowhere elsewhere
 */
export const asPlainText = (html: string, story: string): string => {
  const $ = loadFragment(html);
  $('br').replaceWith('\n');
  $('td + td, th + th, th + td').prepend(' | ');
  $('li').prepend('• ');
  $('a[href^="http"]').each((_, link) => {
    const href = $(link).attr('href') ?? '';
    if (href.startsWith(`${story}#`)) {
      // The arrow of a footnote leads back to its number.
      if (/^\s*↩/.test($(link).text())) $(link).remove();
    } else if ($(link).text().trim() !== href) $(link).append(` (${href})`);
  });
  $(blocks).append('\n\n');
  return $.root()
    .text()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/[ \t]+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
};
