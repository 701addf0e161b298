import type { CheerioAPI } from 'cheerio';
import type { Rule } from '../schemas/values.ts';
import { moment } from '../schemas/values.ts';

/** A crosshead of a live story, taken apart: the moment that it begins with, and what happened then. */
export interface Timed {
  /** ISO 8601 with offset, as written. */
  moment: string;
  words: string;
}

const beginning = /^\s*(\d{4}-\d{2}-\d{2}\S*|\d{1,2}:\d{2}\S*)\s*/;

/** The same in HTML, where marks may stand before it. */
const markedBeginning = /^((?:<[^>]*>|\s)*)\d{4}-\d{2}-\d{2}[^\s<]*\s*/;

/** Takes a crosshead apart; undefined for one that does not begin with a whole moment. */
export const timedCrosshead = (text: string): Timed | undefined => {
  const [start = '', time = ''] = beginning.exec(text) ?? [];
  const words = text.slice(start.length).trim();
  return words !== '' && moment.safeParse(time).success ? { moment: time, words } : undefined;
};

/** Crossheads that stand in the story itself, not in a list, a box or a quotation. */
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
  const texts = crossheads($).map((heading) => $(heading).text().trim());
  const faults = texts.flatMap((text) => {
    const timed = timedCrosshead(text);
    if (!timed) {
      if (!beginning.test(text)) return [];
      const fix =
        'Write the day, a T, the time and the offset (+02:00; Z for UTC), then the words.';
      return [{ found: `"${text}"`, expected: wanted, fix }];
    }
    const time = Date.parse(timed.moment);
    if (!times.has(time)) {
      times.add(time);
      return [];
    }
    return [
      {
        found: `"${text}", of a moment that another entry has`,
        expected: 'a moment of its own: the entry’s address is made from it',
        fix: 'Set one of the two a second later.',
      },
    ];
  });
  if (times.size > 0 || faults.length > 0) return faults;
  return [
    {
      found: 'a live story without an entry',
      expected: wanted,
      fix: 'Begin each entry with such a crosshead, or choose another `kind`.',
    },
  ];
};

/** The anchor of an entry: its moment in UTC, so that new words or a new offset do not move it. */
const anchorOf = (time: string): string =>
  new Date(time)
    .toISOString()
    .replace(/\.000Z$/, 'Z')
    .replaceAll(/[-:]/g, '');

/**
 * Sets a live story: each crosshead that begins with a moment opens an entry that reaches to the next one; the newest
 * stands first, below what precedes them all. Notes stay at the end.
 * @param words a moment in words, in the paper's zone
 */
export const setEntries = ($: CheerioAPI, words: (moment: Date) => string): void => {
  const heads = crossheads($).flatMap((heading) => {
    const timed = timedCrosshead($(heading).text());
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
  for (const { entry } of entries) entry.insertBefore(place);
  place.remove();
};
