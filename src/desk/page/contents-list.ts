import { daysToSay } from '../../edition/days-to-say.ts';
import { keyMomentsOf, latestOf } from '../../edition/entry-lists.ts';
import type { Words } from '../../language/words.ts';
import { type Kind, traitsOf } from '../../schemas/kinds.ts';
import type { Make } from './make-element.ts';
import type { Clock } from './story-elements.ts';

const asideOf = (make: Make, ...parts: HTMLElement[]): HTMLElement =>
  make('aside', { role: 'note' }, make('nav', { class: 'contents' }, ...parts));

/** As `Contents.astro` prints it. */
const crossheads = (make: Make, body: Element, words: Words): HTMLElement | undefined => {
  const heads = [...body.querySelectorAll('h2[id]')].filter(
    (one) => !one.closest('[data-footnotes], [data-part="box"]'),
  );
  if (heads.length < 3) return undefined;
  const lines = heads.map(({ id, textContent }) =>
    make('li', {}, make('a', { href: `#${id}` }, textContent)),
  );
  return asideOf(make, make('h2', {}, words.contents), make('ol', {}, ...lines));
};

interface Entry {
  id: string;
  words: string;
  moment: string;
  isKey: boolean;
}

const entriesIn = (body: Element): Entry[] =>
  [...body.querySelectorAll<HTMLElement>('[data-part="entry"]')]
    .flatMap((entry) => {
      const moment = entry.querySelector('[data-part="entry-time"] time')?.getAttribute('datetime');
      const words = entry.querySelector('h2')?.textContent ?? '';
      return moment ? [{ id: entry.id, words, moment, isKey: 'key' in entry.dataset }] : [];
    })
    .sort((a, b) => Date.parse(b.moment) - Date.parse(a.moment));

/** As `LiveContents.astro` prints it. */
const liveLists = (
  make: Make,
  body: Element,
  { words, clock }: { words: Words; clock: Clock },
): HTMLElement | undefined => {
  const entries = entriesIn(body);
  const [newest] = entries;
  if (!newest) return undefined;
  const timeOf = ({ moment }: Entry): string => clock.hour(moment);
  const dayOf = ({ moment }: Entry): string => clock.on(moment);
  const shortDayOf = ({ moment }: Entry): string => clock.shortOn(moment);
  const linesOf = (lines: readonly Entry[]): HTMLElement => {
    const days = daysToSay(lines.map(shortDayOf), shortDayOf(newest));
    const items = lines.map((line, n) => {
      const time = make('time', { datetime: line.moment }, `${days[n] ?? ''} ${timeOf(line)}`);
      return make('li', {}, make('a', { href: `#${line.id}` }, time, ' ', line.words));
    });
    return make('ol', {}, ...items);
  };
  const updated = make('time', { datetime: newest.moment }, timeOf(newest));
  const keys = keyMomentsOf(entries);
  return asideOf(
    make,
    make('h2', {}, words.latestEntries),
    make('p', { class: 'entry-day' }, `${words.updated} `, updated, ` · ${dayOf(newest)}`),
    linesOf(latestOf(entries)),
    ...(keys.length === 0 ? [] : [make('h2', {}, words.live.keyMoments), linesOf(keys)]),
  );
};

/** The table of contents that stories of some kinds have, from the body; undefined if it would be of no use. */
export const contentsOf = (
  make: Make,
  kind: Kind,
  body: Element,
  said: { words: Words; clock: Clock },
): HTMLElement | undefined =>
  ({
    none: () => undefined,
    crossheads: () => crossheads(make, body, said.words),
    entries: () => liveLists(make, body, said),
  })[traitsOf(kind).contents]();
