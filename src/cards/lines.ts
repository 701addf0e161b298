import type { Stretch, Typeset } from './typeset.ts';

/** Lines that fit, and the font size at which they do. */
export interface Fitted {
  size: number;
  lines: Stretch[];
}

interface Word extends Stretch {
  /** Its width in em, with and without its trailing spaces. */
  whole: number;
  inked: number;
}

const wordsIn = ({ text, width }: Typeset, stretches: Stretch[]): Word[] =>
  stretches.map(({ start, end }) => {
    const inkedEnd = start + text.slice(start, end).trimEnd().length;
    const inked = width({ start, end: inkedEnd });
    return { start, end, inked, whole: inkedEnd === end ? inked : width({ start, end }) };
  });

/** Fills one line after another. A word wider than the measure overflows. */
const fill = (words: readonly Word[], measure: number): { lines: Stretch[]; widest: number } => {
  const lines: Stretch[] = [];
  let [widest, before] = [0, 0];
  for (const { start, end, whole, inked } of words) {
    const line = lines.at(-1);
    if (line && before + inked <= measure) {
      line.end = end;
      widest = Math.max(widest, before + inked);
      before += whole;
    } else {
      lines.push({ start, end });
      widest = Math.max(widest, inked);
      before = whole;
    }
  }
  return { lines, widest };
};

/** The same number of lines, as even as possible. */
const balance = (words: readonly Word[], measure: number): Stretch[] => {
  const { lines } = fill(words, measure);
  let [low, high] = [0, measure];
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    const tried = fill(words, middle);
    if (tried.lines.length === lines.length && tried.widest <= middle) high = middle;
    else low = middle;
  }
  return fill(words, high).lines;
};

/**
 * Sets a text as large as fits into a box. Words stay whole if any of the sizes allows it; a word too long even at the
 * smallest is broken between its characters, and a text that still does not fit is set smaller.
 * @param sizes in pixels, the largest first
 */
export const fit = (
  text: Typeset,
  { width, height, sizes }: { width: number; height: number; sizes: readonly number[] },
): Fitted => {
  const words = wordsIn(text, text.words);
  const trimmed = (lines: Stretch[]): Stretch[] =>
    lines.map(({ start, end }) => ({
      start,
      end: start + text.text.slice(start, end).trimEnd().length,
    }));
  const hasRoom = (lines: Stretch[], size: number): boolean =>
    (text.ascent + (lines.length - 1) * text.leading) * size <= height;

  const whole = sizes
    .map((size) => ({ size, ...fill(words, width / size) }))
    .filter(({ size, lines, widest }) => widest <= width / size && hasRoom(lines, size));
  const [largest] = whole;
  if (largest) {
    // One line fewer is worth a slightly smaller size.
    const fewer = whole.find(
      ({ size, lines }) => size >= 0.84 * largest.size && lines.length < largest.lines.length,
    );
    const { size } = fewer ?? largest;
    return { size, lines: trimmed(balance(words, width / size)) };
  }
  const characters = wordsIn(text, text.characters);
  for (let size = sizes.at(-1) ?? 1; ; size *= 0.9) {
    const pieces = words.flatMap((word) =>
      word.inked <= width / size
        ? [word]
        : characters.filter(({ start }) => start >= word.start && start < word.end),
    );
    const lines = balance(pieces, width / size);
    if (hasRoom(lines, size)) return { size, lines: trimmed(lines) };
  }
};
