import type { CheerioAPI } from 'cheerio';
import type { Words } from '../language/words.ts';
import type { Rule } from '../schemas/values.ts';

/** The kinds of box in a body, by the word that begins them: `> [!facts]`. */
export type BoxName = keyof Words['boxes'];

const mark = /^\s*\[!([\p{L}\d_-]+)\][^\S\n]*/u;

/** The quotations that begin with such a word, and that word in lower case. */
const markedQuotations = ($: CheerioAPI) =>
  $('blockquote')
    .toArray()
    .flatMap((quotation) => {
      const first = $(quotation).children().first().filter('p');
      const name = mark.exec(first.text())?.[1]?.toLowerCase();
      return name === undefined ? [] : [{ quotation: $(quotation), first, name }];
    });

/** Takes the first line out of a paragraph: the title of a box, without its mark. */
const takeTitle = ($: CheerioAPI, first: ReturnType<CheerioAPI>) => {
  first.html((first.html() ?? '').replace(mark, ''));
  const title = $('<strong></strong>');
  for (const node of first.contents().toArray()) {
    if (node.nodeType === 3 && 'data' in node && node.data.includes('\n')) {
      const [start = '', ...rest] = node.data.split('\n');
      title.append($('<i></i>').text(start).contents());
      node.data = rest.join('\n');
      break;
    }
    if ($(node).is('br')) {
      $(node).remove();
      break;
    }
    title.append(node);
  }
  if (first.text().trim() === '' && first.find('img').length === 0) first.remove();
  return title;
};

/**
 * Turns quotations that begin with `[!facts]` or the name of another box into that box; the rest of their first line is
 * its title. A box is a `section`: reader views drop an `aside`, and the facts belong to the story.
 */
export const setBoxes = ($: CheerioAPI, { boxes }: Pick<Words, 'boxes'>): void => {
  for (const { quotation, first, name } of markedQuotations($)) {
    if (!Object.hasOwn(boxes, name)) continue;
    const label = boxes[name as BoxName];
    const title = takeTitle($, first);
    const words = title.text().trim();
    const box = $('<section class="box" data-part="box" role="note"></section>').attr({
      'data-box': name,
      'aria-label': words === '' ? label : `${label}: ${words}`,
    });
    box.append($('<p class="box-label" data-part="box-label" data-search-skip></p>').text(label));
    if (words !== '') box.append($('<p class="box-title"></p>').append(title));
    quotation.replaceWith(box.append(quotation.contents()));
  }
};

/**
 * What is wrong with the boxes of a body: a word that names none, or a box with nothing in it.
 * @returns each with the mark as it is written in the body, apart from capitals
 */
export const boxFaults = (
  $: CheerioAPI,
  known: readonly string[],
): (Rule & { mark: string; found: string })[] =>
  markedQuotations($).flatMap(({ first, name }) => {
    const written = `[!${name}]`;
    if (name === 'quote') return [];
    if (!known.includes(name)) {
      const names = ['quote', ...known].map((one) => `[!${one}]`).join(', ');
      return [
        {
          mark: written,
          found: `${written}, which begins no box`,
          expected: `one of ${names}`,
          fix: 'Correct it, or leave it out: then this is a quotation.',
        },
      ];
    }
    const rest = /\n\s*\S/.test(first.text()) || first.nextAll().length > 0;
    if (rest || first.find('br, img').length > 0) return [];
    return [
      {
        mark: written,
        found: `the box ${written} with nothing in it`,
        expected: 'its text in the lines below, each after a >',
        fix: 'Write it, or take the box out.',
      },
    ];
  });
