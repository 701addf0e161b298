import { sequenceLength } from './utf-8.ts';
import { byteOf, characterOf, specialClass } from './windows-1252.ts';

/** Characters that the bytes of UTF-8 beyond ASCII become when they are read as Windows-1252. */
const run = new RegExp(`[\\u00a0-\\u00ff${specialClass}]{2,}`, 'g');

/** A cheap test: the first byte of a sequence and a following one, read as Windows-1252. */
const suspicion = new RegExp(`[\\u00c2-\\u00f4][\\u00a0-\\u00bf${specialClass}]`);

const controls = /[\u0080-\u009f]/g;

/** Sequences that nobody writes: the beginnings of quotation marks, dashes, the euro, the trade mark and emoji. */
const certain = /^(?:â€[^€]|â‚¬|â„¢|ðŸ..)$/u;

const isLower = (character: string): boolean => /^[a-z]$/.test(character);

/** A letter of Latin-1, such as `Ã©` for `é`, beside a small letter: `cafÃ©`. Alone it may be a word in capitals. */
const isLetter = (sequence: string, before: string, after: string): boolean =>
  sequence.length === 2 && sequence.startsWith('Ã') && (isLower(before) || isLower(after));

/** What is a single encoded letter if the text is known to have some: not `ß”`. */
const likely = /^(?:[ÃÂ].|[ÄÅÎÏÐÑ][^‘’“”–—…«»])$/u;

interface Sequence {
  from: number;
  length: number;
}

/** The sequences of UTF-8 in a run of characters, and whether nothing else is in it. */
const sequencesIn = (bytes: Uint8Array): { sequences: Sequence[]; isWhole: boolean } => {
  const sequences: Sequence[] = [];
  let others = 0;
  for (let from = 0; from < bytes.length;) {
    const length = sequenceLength(bytes, from);
    if (length >= 2) sequences.push({ from, length });
    else others += 1;
    from += Math.max(length, 1);
  }
  return { sequences, isWhole: others === 0 };
};

/** A text, how many letters of it were mended, and whether one of them was certainly encoded twice. */
interface Mended {
  text: string;
  mended: number;
  isProven: boolean;
}

/** @param isProven whether the text is known to have such letters */
const mendRuns = (text: string, isProven: boolean): Mended => {
  const result: Mended = { text, mended: 0, isProven };
  result.text = text.replace(run, (found, offset: number) => {
    const bytes = Uint8Array.from(found, (character) => byteOf(character) ?? 0);
    const { sequences, isWhole } = sequencesIn(bytes);
    // Three sequences and nothing else, as of a word in Cyrillic, are no accident.
    const isWord = isWhole && sequences.length >= 3;
    const parts: string[] = [];
    let at = 0;
    for (const { from, length } of sequences) {
      const to = from + length;
      const sequence = found.slice(from, to);
      const before = from > 0 ? '' : text.charAt(offset - 1);
      const isSure =
        isWord || certain.test(sequence) || isLetter(sequence, before, text.charAt(offset + to));
      result.isProven ||= isSure;
      const isLikely = likely.test(sequence) || (isWhole && sequences.length > 1);
      if (!isSure && !(result.isProven && length === 2 && isLikely)) continue;
      parts.push(found.slice(at, from), Buffer.from(bytes.subarray(from, to)).toString());
      at = to;
      result.mended += 1;
    }
    return parts.join('') + found.slice(at);
  });
  return result;
};

/**
 * Letters that were encoded as UTF-8, read as Windows-1252 and encoded again become what they were: `Itâ€™s` → `It’s`.
 * Only where that is certain, for `AMANHÃ”` and `été »` are words; if one place in a text is certain, so are its other
 * sequences of two bytes. Left-over control characters of 0x80 to 0x9F become the characters of Windows-1252, as in browsers.
 * @returns the text, and how many letters were mended
 */
export const mendTwice = (text: string): { text: string; mended: number } => {
  let result: Mended = { text, mended: 0, isProven: false };
  if (suspicion.test(text)) {
    const first = mendRuns(text, false);
    // Again, for what stood before the first certain place.
    const second = first.isProven ? mendRuns(first.text, true) : first;
    result = { ...second, mended: first.mended + (first.isProven ? second.mended : 0) };
  }
  const left = result.text.match(controls)?.length ?? 0;
  return {
    text: result.text.replace(controls, (control) => characterOf(control.charCodeAt(0))),
    mended: result.mended + left,
  };
};
