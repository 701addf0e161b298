import { timedCrosshead } from '../../../copy/live.ts';
import { escapeWords } from '../../../import/words/escape-words.ts';
import { momentIn } from '../moments.ts';
import { asTyped, lineEndOf } from './line-ends.ts';

/** An entry as a reporter types it. */
interface TypedEntry {
  /** Date, time and offset, in the paper's zone. */
  moment: string;
  /** What happened, in one line, without marks. */
  words: string;
  /** Markdown below it; may be empty. */
  body: string;
}

/** An entry to put into a live story. */
export interface NewEntry extends TypedEntry {
  /** The paper's. */
  timeZone: string;
}

/** An entry as it stands in a text. */
export interface Entry extends TypedEntry {
  /** Its marks, as a crosshead has them: `[pin] [key] `. */
  marks: string;
  /** All of it, as written, with the lines below it that are empty. */
  source: string;
  /** Where it begins in the text. */
  at: number;
}

interface Line {
  text: string;
  at: number;
  /** In code, a comment or a box, where a crosshead is none of the story's. */
  isInside: boolean;
}

const linesOf = (text: string): Line[] => {
  let fence: string | undefined;
  let boxes = 0;
  let isComment = false;
  let at = 0;
  return text.split(/(?<=\n)/).map((whole) => {
    const line = {
      text: whole.trimEnd(),
      at,
      isInside: fence !== undefined || boxes > 0 || isComment,
    };
    at += whole.length;
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(whole) ?? [];
    if (fence === undefined) {
      if (mark !== undefined) fence = mark;
      const count = (pattern: RegExp): number => whole.match(pattern)?.length ?? 0;
      if (whole.includes('<!--')) isComment = true;
      if (isComment && whole.lastIndexOf('-->') > whole.lastIndexOf('<!--')) isComment = false;
      boxes = Math.max(0, boxes + count(/<details\b/gi) - count(/<\/details>/gi));
    } else if (mark?.startsWith(fence) && whole.trim() === mark) fence = undefined;
    return line;
  });
};

/** Where the fields of a file end. */
const frontEnd = (text: string): number =>
  /^\uFEFF?---[ \t]*\r?\n[\s\S]*?^---[ \t]*(?:\r?\n|$)/m.exec(text)?.[0].length ?? 0;

/** Words of a crosshead without the marks that close it. */
const crossheadOf = (line: string): string | undefined =>
  /^#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?$/.exec(line)?.[1];

const isNote = (line: string): boolean => /^\[\^[^\]\s]+\]:/.test(line);

/**
 * The entries of a live story, in the order in which they are written.
 * @param text the whole file
 */
export const entriesIn = (text: string): Entry[] => {
  const start = frontEnd(text);
  const lines = linesOf(text.slice(start)).map((line) => ({ ...line, at: line.at + start }));
  const open = lines.filter(({ isInside }) => !isInside);
  const heads = open.flatMap((line) => {
    const timed = timedCrosshead(crossheadOf(line.text) ?? '');
    return timed ? [{ line, ...timed }] : [];
  });
  return heads.map(({ line, moment, words, isKey, isPinned }, number) => {
    const next = heads[number + 1]?.line.at ?? text.length;
    const note = open.find(({ text: one, at }) => at > line.at && at < next && isNote(one));
    const source = text.slice(line.at, note?.at ?? next);
    const firstBreak = source.indexOf('\n');
    const marks = `${isPinned ? '[pin] ' : ''}${isKey ? '[key] ' : ''}`;
    const body = firstBreak < 0 ? '' : asTyped(source.slice(firstBreak)).trim();
    return { moment, words, body, source, at: line.at, marks };
  });
};

/** Words as a crosshead shows them, each character as it was typed. */
const headWords = (words: string): string =>
  escapeWords(words.replaceAll(/\s+/g, ' ').trim(), {
    isStart: false,
    isCell: false,
    isHeading: true,
    isLabel: false,
    isComment: false,
  });

const entryLines = (moment: string, words: string, body: string, end: string): string => {
  const head = `## ${moment} ${words}`;
  const below = body.trim() === '' ? '' : `\n\n${body.trim()}`;
  return `${head}${below}\n\n`.replaceAll('\n', end);
};

/** A moment that no entry has, the next free second: the address of an entry is made from it. */
const freeMoment = (
  { moment, timeZone }: NewEntry,
  entries: readonly Pick<Entry, 'moment'>[],
): string => {
  const taken = new Set(entries.map((entry) => Date.parse(entry.moment)));
  let free = Date.parse(moment);
  if (!taken.has(free)) return moment;
  while (taken.has(free)) free += 1000;
  return momentIn(free, timeZone);
};

/** Where an entry belongs in the order of time that a text has: the newest first, or the oldest. */
const placeOf = (time: number, entries: readonly Entry[]): number | undefined => {
  const times = entries.map(({ moment }) => Date.parse(moment));
  const isOldestFirst = (times[0] ?? 0) < (times.at(-1) ?? 0);
  const next = times.findIndex((other) => (isOldestFirst ? other > time : other < time));
  const last = entries.at(-1);
  return entries[next]?.at ?? (last && last.at + last.source.length);
};

/**
 * Puts an entry into a live story: above the entries that it has, unless those begin with the oldest; nothing else of
 * the text changes. The same
 * entry is not put in twice, so that it can be tried again when nobody knows whether it was stored.
 * @param text the whole file
 */
export const withEntry = (text: string, added: NewEntry): string => {
  const { moment, words, body } = added;
  const entries = entriesIn(text);
  const shown = headWords(words);
  const typed = asTyped(body).trim();
  const seconds = (one: string): number => Math.abs(Date.parse(one) - Date.parse(moment)) / 1000;
  const isThere = entries.some(
    (entry) => entry.words === shown && entry.body === typed && seconds(entry.moment) < 10,
  );
  if (isThere) return text;
  const end = lineEndOf(text);
  const free = freeMoment(added, entries);
  const entry = entryLines(free, shown, typed, end);
  const start = frontEnd(text);
  const note = linesOf(text.slice(start)).find((line) => !line.isInside && isNote(line.text));
  const at = placeOf(Date.parse(free), entries) ?? (note ? start + note.at : text.length);
  const before = text.slice(0, at);
  const after = text.slice(at);
  const lead = /(?:^|\n)[ \t]*\r?\n$/.test(before) ? '' : before.endsWith('\n') ? end : end + end;
  return before + lead + (after === '' ? entry.slice(0, -end.length) : entry) + after;
};

/**
 * Changes an entry's words and text; its moment, which its address is made from, stays.
 * @returns undefined if the text has that entry no more, because somebody else changed it
 */
export const withChangedEntry = (
  text: string,
  entry: Entry,
  changed: { words: string; body: string },
): string | undefined => {
  const found = entriesIn(text).find(({ source }) => source.trimEnd() === entry.source.trimEnd());
  if (!found) return undefined;
  const end = lineEndOf(text);
  const [head = ''] = found.source.split(/\r?\n/);
  const isSame = changed.words === found.words;
  const firstLine = isSame
    ? head
    : `## ${found.moment} ${found.marks}${changed.words.replaceAll(/\s+/g, ' ').trim()}`;
  const body = asTyped(changed.body).trim();
  const below = body === '' ? '' : `\n\n${body}`;
  const kept = found.source.slice(found.source.trimEnd().length);
  const replaced = `${firstLine}${below}`.replaceAll('\n', end) + kept;
  return text.slice(0, found.at) + replaced + text.slice(found.at + found.source.length);
};
