import type { CheerioAPI } from 'cheerio';
import type { Words } from '../language/words.ts';
import { labelGap } from '../edition/label.ts';
import { crossheadTexts, headingWithoutTime, type Timed, timedCrosshead } from './live.ts';

/** The anchor of an entry: its time in UTC, so that rewording it or changing the offset keeps the anchor. */
const anchorOf = (time: string): string =>
  new Date(time)
    .toISOString()
    .replace(/\.000Z$/, 'Z')
    .replaceAll(/[-:]/g, '');

/** How the entries of a live story are set. */
export interface EntrySetting {
  words: Pick<Words, 'live'>;
  /** Formats a time for readers, in the paper's time zone. */
  time: (moment: Date) => string;
  /** Formats a day likewise; each day has a line above its entries. */
  day?: ((moment: Date) => string) | undefined;
}

/** What is said of an entry above its heading. */
const labelOf = ({ isKey, isPinned }: Timed, { live }: EntrySetting['words']): string =>
  [isPinned && live.pinned, isKey && live.keyMoment].filter(Boolean).join(labelGap);

/** Makes an entry: its label, its heading, its time. */
const makeEntry = (
  $: CheerioAPI,
  timed: Timed,
  html: string,
  { words, time, day = () => '' }: EntrySetting,
) => {
  const date = new Date(timed.moment);
  // What stands above the days says its own.
  const when = [timed.isPinned && day(date), time(date)].filter(Boolean).join(labelGap);
  const entry = $('<article class="entry" data-part="entry"></article>').attr(
    'id',
    anchorOf(timed.moment),
  );
  const label = labelOf(timed, words);
  if (timed.isKey) entry.attr('data-key', '');
  if (timed.isPinned) entry.attr('data-pin', '');
  if (label) entry.append($('<p class="entry-label" data-part="entry-label"></p>').text(label));
  return entry.append(
    $('<h2></h2>').html(html),
    $('<p class="entry-time" data-part="entry-time"></p>').append(
      $('<time></time>').attr('datetime', timed.moment).text(when),
    ),
  );
};

/**
 * Turns the crossheads of a live story that start with a time into entries; each entry ends where the next begins. The
 * pinned entry comes first, below the introduction, then the newest. Footnotes stay at the end.
 */
export const setEntries = ($: CheerioAPI, setting: EntrySetting): void => {
  const heads = crossheadTexts($).flatMap(({ heading, text }) => {
    const timed = timedCrosshead(text);
    return timed ? [{ heading, timed }] : [];
  });
  const [first] = heads;
  if (!first) return;
  const place = $('<div></div>').insertBefore(first.heading);
  for (const { heading } of heads) $(heading).attr('data-entry', '');
  const entries = heads.map(({ heading, timed }) => ({
    timed,
    heading,
    rest: $(heading).nextUntil('[data-entry], [data-footnotes]'),
    entry: makeEntry($, timed, headingWithoutTime($, heading), setting),
  }));
  for (const { heading, rest, entry } of entries) {
    entry.append(rest);
    $(heading).remove();
  }
  entries.sort(
    ({ timed: a }, { timed: b }) =>
      Number(b.isPinned) - Number(a.isPinned) || Date.parse(b.moment) - Date.parse(a.moment),
  );
  let last = '';
  for (const { entry, timed } of entries) {
    const today = timed.isPinned ? last : (setting.day?.(new Date(timed.moment)) ?? '');
    if (today !== last) {
      $('<p class="entry-day" data-part="entry-day"></p>').text(today).insertBefore(place);
    }
    last = today;
    entry.insertBefore(place);
  }
  place.remove();
};
