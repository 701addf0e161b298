import type { Rule } from '../schemas/values.ts';
import { loadFragment } from './fragment.ts';

/** Words of a cue, and who says them if the cue tells (`<v Maria>`). */
export interface CuePart {
  speaker: string | undefined;
  text: string;
}

/** What is said or heard from one moment of a recording to another, in seconds. */
export interface Cue {
  /** Its number in the file, from one. */
  number: number;
  /** The line of its times. */
  line: number;
  start: number;
  end: number;
  parts: CuePart[];
}

/** What is wrong at a line of captions. */
export type CaptionFault = Rule & { found: string };

const stamp = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const times = new RegExp(String.raw`^[ \t]*${stamp}[ \t]+-->[ \t]+${stamp}(?:[ \t].*)?$`);
const aside = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;

const seconds = (parts: readonly (string | undefined)[]): number => {
  const [hours = 0, minutes = 0, whole = 0, thousandths = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  return hours * 3600 + minutes * 60 + whole + thousandths / 1000;
};

/** The words without markup: speakers stay as names, and everything else in angle brackets goes. */
const partsOf = (payload: string): CuePart[] => {
  const parts: CuePart[] = [];
  let speaker: string | undefined;
  for (const [piece] of payload.matchAll(/<[^>]*>?|[^<]+/g)) {
    if (!piece.startsWith('<')) parts.push({ speaker, text: piece });
    else if (piece.startsWith('</v')) speaker = undefined;
    else speaker = /^<v(?:\.[^\s>]*)?\s+([^>]+)/.exec(piece)?.[1] ?? speaker;
  }
  // References to characters are those of HTML. Nothing in the text is a tag any more.
  const plain = (text: string): string =>
    loadFragment(text.replaceAll('<', '&lt;')).text().replace(/\s+/g, ' ');
  return parts.map((part) => ({
    speaker: part.speaker === undefined ? undefined : plain(part.speaker).trim(),
    text: plain(part.text),
  }));
};

const timeFault = (written: string): Omit<CaptionFault, 'found'> => ({
  expected: 'two times such as 00:01:02.500 --> 00:01:04.000',
  fix: /\d,\d/.test(written)
    ? 'Write a full stop before the thousandths, not a comma.'
    : 'Write hours, minutes and seconds with two digits each, a full stop and three digits, and a space on both sides of the arrow.',
});

const missingLine = (place: string): CaptionFault => ({
  found: `${place}: times that follow other lines`,
  expected: 'an empty line before each cue',
  fix: 'Put an empty line before it.',
});

/**
 * Reads captions in WebVTT (https://www.w3.org/TR/webvtt1/). Styles, regions, notes and the place of a cue are passed
 * over, as are header lines, which browsers pass over too.
 * @param text the file's, without a byte order mark
 * @returns the cues that can be read, and what is wrong with the others and with their order
 */
export const readCaptions = (text: string): { cues: Cue[]; faults: CaptionFault[] } => {
  const lines = text.split(/\r\n|\n|\r/);
  const cues: Cue[] = [];
  const faults: CaptionFault[] = [];
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) {
    const found = `"${(lines[0] ?? '').slice(0, 40)}" at line 1`;
    const fix = 'Write WEBVTT into the first line, and leave the second empty.';
    return { cues, faults: [{ found, expected: 'captions that begin with WEBVTT', fix }] };
  }
  let number = 0;
  for (let at = 1; at < lines.length; at += 1) {
    const isTimes = lines[at]?.includes('-->') ?? false;
    const before = lines[at - 1] ?? '';
    if (lines[at] === '' || (!isTimes && before !== '')) continue;
    if (!isTimes) {
      if (aside.test(lines[at] ?? '')) {
        while (lines[at + 1]) at += 1;
      } else if (!lines[at + 1]?.includes('-->')) {
        faults.push({
          found: `"${lines[at] ?? ''}" at line ${String(at + 1)}, where no times are`,
          expected: 'cues: their times, and their words in the lines below',
          fix: 'Write its times above it, or take it out. A note begins with NOTE.',
        });
      }
      continue;
    }
    number += 1;
    const line = at + 1;
    const place = `cue ${String(number)} at line ${String(line)}`;
    const isNamed = before !== '' && at > 1 && lines[at - 2] === '';
    if (before !== '' && !isNamed) faults.push(missingLine(place));
    const written = lines[at] ?? '';
    const found = times.exec(written);
    const payload: string[] = [];
    while (lines[at + 1] && !lines[at + 1]?.includes('-->')) payload.push(lines[(at += 1)] ?? '');
    if (!found) {
      faults.push({ found: `${place}: "${written}"`, ...timeFault(written) });
      continue;
    }
    const cue = { number, line, start: seconds(found.slice(1, 5)), end: seconds(found.slice(5)) };
    const last = cues.at(-1);
    if (cue.end <= cue.start) {
      faults.push({
        found: `${place}, which ends before it has begun: "${written}"`,
        expected: 'an end after the start',
        fix: 'Correct its times.',
      });
    } else if (last && cue.start < last.start) {
      faults.push({
        found: `${place}, which starts before cue ${String(last.number)}: "${written}"`,
        expected: 'cues in the order in which they start',
        fix: 'Move it up, or correct its times.',
      });
    }
    cues.push({ ...cue, parts: partsOf(payload.join('\n')) });
  }
  return { cues, faults };
};
