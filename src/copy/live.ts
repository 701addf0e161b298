import type { CheerioAPI } from 'cheerio';
import { moment } from '../schemas/values.ts';
import { headingText } from './heading-text.ts';

/** A crosshead of a live story: the time that it starts with, and the words after it. */
export interface Timed {
  /** ISO 8601 with offset, as written, to the millisecond. */
  moment: string;
  /** Without its marks. */
  words: string;
  /** Whether it is marked `[key]`: a key moment. */
  isKey: boolean;
  /** Whether it is marked `[pin]`: it stands above all others. */
  isPinned: boolean;
}

const beginning = /^\s*(\d{4}-\d{2}-\d{2}\S*|\d{1,2}:\d{2}\S*)\s*/;

/** The same in HTML, where tags may come first. */
const timeInHtml = /^((?:<[^>]*>|\s)*)\d{4}-\d{2}-\d{2}[^\s<]*\s*/;

/** What an editor writes into a crosshead, wherever in it, to say what its entry is. */
const mark = /\s*\[(key|pin)\]/gi;

/** The marks in a crosshead. */
export const marksIn = (text: string): { isKey: boolean; isPinned: boolean } => {
  const marks = [...text.matchAll(mark)].map(([, name]) => name?.toLowerCase());
  return { isKey: marks.includes('key'), isPinned: marks.includes('pin') };
};

/** Whether a crosshead looks as if it should start with a time. */
export const beginsTimed = (text: string): boolean => beginning.test(text.replaceAll(mark, ''));

/** Splits a crosshead into time, marks and words. Undefined without words, or without a complete time and its offset. */
export const timedCrosshead = (text: string): Timed | undefined => {
  const plain = text.replaceAll(mark, '');
  const [start = '', time = ''] = beginning.exec(plain) ?? [];
  const words = plain.slice(start.length).trim();
  const { data } = moment.safeParse(time);
  return words !== '' && data !== undefined ? { moment: data, words, ...marksIn(text) } : undefined;
};

/** The crossheads of the story itself, without those in a list, a box or a quotation. */
const crossheads = ($: CheerioAPI) =>
  $('h1, h2, h3, h4, h5, h6')
    .toArray()
    .filter(
      (head) =>
        $(head).closest('blockquote, li, dl, table, figure, details, section, div').length === 0,
    );

/** The crossheads of a body, each with its words. */
export const crossheadTexts = ($: CheerioAPI) =>
  crossheads($).map((heading) => ({ heading, text: headingText($(heading)) }));

/** The HTML of an entry's crosshead without its time and its marks. */
export const headingWithoutTime = (
  $: CheerioAPI,
  heading: ReturnType<typeof crossheads>[number],
): string => {
  const parts = $(heading).find('*').addBack().contents();
  for (const node of parts.toArray()) {
    if ('data' in node && node.nodeType === 3) node.data = node.data.replaceAll(mark, '');
  }
  return ($(heading).html() ?? '').trim().replace(timeInHtml, '$1');
};
