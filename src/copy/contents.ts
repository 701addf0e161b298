import { loadFragment } from './fragment.ts';
import { headingText } from './heading-text.ts';

/** A line of a story's table of contents. */
export interface ContentsLine {
  /** The anchor, without its hash. */
  id: string;
  words: string;
  /** The time of a live story's entry, ISO 8601 with offset. */
  moment?: string;
  /** Whether the entry is a key moment. */
  isKey?: boolean;
}

const linesOf = (html: string, selector: string): ContentsLine[] => {
  const $ = loadFragment(html);
  return $(selector)
    .toArray()
    .filter((head) => $(head).closest('[data-footnotes], [data-part="box"]').length === 0)
    .map((head) => {
      const entry = $(head).parent('[data-part="entry"]');
      const time = entry.find('[data-part="entry-time"] time').first();
      const line = {
        id: entry.attr('id') ?? $(head).attr('id') ?? '',
        words: headingText($(head)),
      };
      const moment = time.attr('datetime');
      return moment === undefined
        ? line
        : { ...line, moment, isKey: entry.attr('data-key') !== undefined };
    })
    .filter(({ id }) => id !== '');
};

/** With fewer crossheads, a table of contents is of no use. */
const fewest = 3;

/** The crossheads of an explainer, from its final HTML; empty if there are fewer than three. */
export const contentsOf = (html: string): ContentsLine[] => {
  const lines = linesOf(html, 'h2[id]');
  return lines.length < fewest ? [] : lines;
};

/** An entry of a live story in a list. */
export type EntryLine = ContentsLine & Required<Pick<ContentsLine, 'moment'>>;

/** Every entry of a live story, from its final HTML, newest first, wherever a pinned one stands. */
export const entriesOf = (html: string): EntryLine[] =>
  linesOf(html, '[data-part="entry"] > h2')
    .flatMap((line) => (line.moment === undefined ? [] : [{ ...line, moment: line.moment }]))
    .sort((a, b) => Date.parse(b.moment) - Date.parse(a.moment));
