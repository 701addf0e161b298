import type { CheerioAPI } from 'cheerio';
import type { Rule } from '../schemas/values.ts';
import { beginsTimed, crossheadTexts, marksIn, type Timed, timedCrosshead } from './live.ts';

/** What is wrong with an entry. */
export interface EntryFault extends Rule {
  found: string;
}

/** An entry of a live story, as it is written. */
export interface WrittenEntry extends Timed {
  /** Its crosshead. */
  text: string;
}

const wanted = 'a crosshead such as ## 2025-02-13T20:15:00+02:00 What happened';

const timeOf = ({ moment }: Timed): number => Date.parse(moment);

/** What is wrong with a crosshead that is no entry, but looks like one. */
const formFault = (text: string): EntryFault[] => {
  const { isKey, isPinned } = marksIn(text);
  if (!isKey && !isPinned && !beginsTimed(text)) return [];
  const found = `"${text}"`;
  const plain = text.replaceAll(/\s*\[(?:key|pin)\]/gi, '');
  if (timedCrosshead(`${plain} x`) && (isKey || isPinned)) {
    const name = isKey ? 'a key entry' : 'a pinned entry';
    return [
      {
        found: `${found}, ${name} without words`,
        expected: 'the time, and what happened: lists show it',
        fix: 'Write in a few words what happened, after the time.',
      },
    ];
  }
  const fix = 'Write the date, a T, the time and the offset (+02:00; Z for UTC), then the words.';
  return [{ found, expected: wanted, fix }];
};

const sameTimes = (entries: readonly WrittenEntry[]): EntryFault[] =>
  entries.flatMap((entry, n) =>
    entries.slice(0, n).some((other) => timeOf(other) === timeOf(entry))
      ? [
          {
            found: `"${entry.text}", at the same time as another entry`,
            expected: 'a time of its own: the entry’s address is made from it',
            fix: 'Make one of the two a second later.',
          },
        ]
      : [],
  );

const secondPins = (entries: readonly WrittenEntry[]): EntryFault[] => {
  const [first, ...others] = entries.filter(({ isPinned }) => isPinned);
  return others.map(({ text }) => ({
    found: `"${text}", a second pinned entry beside "${String(first?.text)}"`,
    expected: 'at most one entry with [pin]',
    fix: 'Remove [pin] from one of the two.',
  }));
};

/** The entries that stand out of order: either the newest comes first throughout, or the oldest. */
const misplaced = (entries: readonly WrittenEntry[]): EntryFault[] => {
  const steps = entries.slice(1).map((entry, n) => {
    const before = entries[n] ?? entry;
    return { entry, before, isLater: timeOf(entry) > timeOf(before) };
  });
  const later = steps.filter(({ isLater }) => isLater);
  const earlier = steps.filter(({ entry, before }) => timeOf(entry) < timeOf(before));
  // The desk, and whoever writes above what is there, puts the newest first.
  const isNewestFirst = earlier.length >= later.length;
  return (isNewestFirst ? later : earlier).map(({ entry, before }) => ({
    found: `"${entry.text}", below "${before.text}", which is ${isNewestFirst ? 'older' : 'newer'}`,
    expected: `the entries in order of time: here, the ${isNewestFirst ? 'newest' : 'oldest'} first`,
    fix: 'Correct its date or time, or move it to its place.',
  }));
};

/** The entries of a body, in the order in which they are written. */
export const writtenEntries = ($: CheerioAPI): WrittenEntry[] =>
  crossheadTexts($).flatMap(({ text }) => {
    const timed = timedCrosshead(text);
    return timed ? [{ ...timed, text }] : [];
  });

/** What is wrong with the entries of a live story's body. */
export const entryFaults = ($: CheerioAPI): EntryFault[] => {
  const entries = writtenEntries($);
  const noEntries = crossheadTexts($).filter(({ text }) => !timedCrosshead(text));
  const faults = [
    ...noEntries.flatMap(({ text }) => formFault(text)),
    ...sameTimes(entries),
    ...secondPins(entries),
    ...misplaced(entries),
  ];
  if (entries.length > 0 || faults.length > 0) return faults;
  return [
    {
      found: 'a live story without an entry',
      expected: wanted,
      fix: 'Start each entry with such a crosshead, or choose another `kind`.',
    },
  ];
};
