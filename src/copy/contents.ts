import { loadFragment } from './fragment.ts';
import { headingText } from './heading-text.ts';

/** A line of a story's table of contents. */
export interface ContentsLine {
  /** The anchor, without its hash. */
  id: string;
  words: string;
  /** The time of a live story's entry: ISO 8601 with offset, and as readers see it. */
  time?: { moment: string; words: string; day?: string };
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
      const day = entry.prevAll('[data-part="entry-day"]').first().text();
      const shown = { moment: time.attr('datetime') ?? '', words: time.text() };
      return time.length === 0 ? line : { ...line, time: day ? { ...shown, day } : shown };
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

/** How many entries are listed at the top of a live story. */
const latest = 5;

/** Every entry of a live story, from its final HTML, newest first. */
export const entriesOf = (html: string): ContentsLine[] =>
  linesOf(html, '[data-part="entry"] > h2');

/** The latest entries of a live story, from its final HTML, newest first. */
export const latestEntries = (html: string): ContentsLine[] => entriesOf(html).slice(0, latest);
