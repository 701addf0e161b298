import type { CheerioAPI } from 'cheerio';
import type { Rule } from '../schemas/values.ts';
import { moment } from '../schemas/values.ts';
import { headingText } from './heading-text.ts';

/** A crosshead of a live story: the time that it starts with, and the words after it. */
export interface Timed {
  /** ISO 8601 with offset, as written, to the millisecond. */
  moment: string;
  words: string;
}

const beginning = /^\s*(\d{4}-\d{2}-\d{2}\S*|\d{1,2}:\d{2}\S*)\s*/;

/** The same in HTML, where tags may come first. */
const markedBeginning = /^((?:<[^>]*>|\s)*)\d{4}-\d{2}-\d{2}[^\s<]*\s*/;

/** Splits a crosshead into time and words. Undefined without words, or without a complete time and its offset. */
export const timedCrosshead = (text: string): Timed | undefined => {
  const [start = '', time = ''] = beginning.exec(text) ?? [];
  const words = text.slice(start.length).trim();
  const { data } = moment.safeParse(time);
  return words !== '' && data !== undefined ? { moment: data, words } : undefined;
};

/** The crossheads of the story itself, without those in a list, a box or a quotation. */
const crossheads = ($: CheerioAPI) =>
  $('h1, h2, h3, h4, h5, h6')
    .toArray()
    .filter(
      (head) =>
        $(head).closest('blockquote, li, dl, table, figure, details, section, div').length === 0,
    );

const wanted = 'a crosshead such as ## 2025-02-13T20:15:00+02:00 What happened';

/** What is wrong with the entries of a live story's body. */
export const entryFaults = ($: CheerioAPI): (Rule & { found: string })[] => {
  const times = new Set<number>();
  const texts = crossheads($).map((heading) => headingText($(heading)));
  const faults = texts.flatMap((text) => {
    const timed = timedCrosshead(text);
    if (!timed) {
      if (!beginning.test(text)) return [];
      const fix =
        'Write the date, a T, the time and the offset (+02:00; Z for UTC), then the words.';
      return [{ found: `"${text}"`, expected: wanted, fix }];
    }
    const time = Date.parse(timed.moment);
    if (!times.has(time)) {
      times.add(time);
      return [];
    }
    return [
      {
        found: `"${text}", at the same time as another entry`,
        expected: 'a time of its own: the entry’s address is made from it',
        fix: 'Make one of the two a second later.',
      },
    ];
  });
  if (times.size > 0 || faults.length > 0) return faults;
  return [
    {
      found: 'a live story without an entry',
      expected: wanted,
      fix: 'Start each entry with such a crosshead, or choose another `kind`.',
    },
  ];
};

/** The anchor of an entry: its time in UTC, so that rewording it or changing the offset keeps the anchor. */
const anchorOf = (time: string): string =>
  new Date(time)
    .toISOString()
    .replace(/\.000Z$/, 'Z')
    .replaceAll(/[-:]/g, '');

/**
 * Turns the crossheads of a live story that start with a time into entries; each entry ends where the next begins. The
 * newest entry comes first, below the introduction. Footnotes stay at the end.
 * @param words formats a time for readers, in the paper's time zone
 * @param day formats a day likewise; each day has a line above its entries
 */
export const setEntries = (
  $: CheerioAPI,
  words: (moment: Date) => string,
  day: (moment: Date) => string = () => '',
): void => {
  const heads = crossheads($).flatMap((heading) => {
    const timed = timedCrosshead(headingText($(heading)));
    return timed ? [{ heading, ...timed }] : [];
  });
  const [first] = heads;
  if (!first) return;
  const place = $('<div></div>').insertBefore(first.heading);
  for (const { heading } of heads) $(heading).attr('data-entry', '');
  const entries = heads.map(({ heading, moment: time }) => {
    const rest = $(heading).nextUntil('[data-entry], [data-footnotes]');
    const line = $('<p class="entry-time" data-part="entry-time"></p>').append(
      $('<time></time>')
        .attr('datetime', time)
        .text(words(new Date(time))),
    );
    const html = ($(heading).html() ?? '').replace(markedBeginning, '$1');
    const entry = $('<article class="entry" data-part="entry"></article>').attr(
      'id',
      anchorOf(time),
    );
    return { heading, rest, time, entry: entry.append($('<h2></h2>').html(html), line) };
  });
  for (const { heading, rest, entry } of entries) {
    entry.append(rest);
    $(heading).remove();
  }
  entries.sort((a, b) => Date.parse(b.time) - Date.parse(a.time));
  let last = '';
  for (const { entry, time } of entries) {
    const today = day(new Date(time));
    if (today !== last) {
      $('<p class="entry-day" data-part="entry-day"></p>').text(today).insertBefore(place);
    }
    last = today;
    entry.insertBefore(place);
  }
  place.remove();
};
