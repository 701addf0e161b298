import type { Voice } from './families.ts';
import { fit, type Fitted } from './lines.ts';
import { type Typeset, typeset } from './typeset.ts';

/** How the lines of a block are aligned within their measure. */
export type Side = 'left' | 'right' | 'centre';

/** A text broken into lines, ready to be placed. */
export interface Block extends Fitted {
  text: Typeset;
  /** The width of its widest line, in pixels. */
  width: number;
  /**
   * From the top of the first line's letters to the last baseline, and from there to the lowest descender, in pixels.
   */
  height: number;
  depth: number;
}

/** Font sizes from the largest to the smallest, in steps that the eye can tell apart. */
export const sizesBetween = (largest: number, smallest: number): number[] => {
  const sizes: number[] = [];
  for (let size = largest; size > smallest; size *= 0.94) sizes.push(Math.round(size));
  return [...sizes, smallest];
};

/** Sets a text as large as fits into a box. */
export const setBlock = async (
  words: string,
  style: { voice: Voice; language: string },
  box: { width: number; height: number; sizes: readonly number[] },
): Promise<Block> => {
  const text = await typeset(words, style);
  const { size, lines } = fit(text, box);
  return {
    text,
    size,
    lines,
    width: Math.ceil(Math.max(...lines.map((line) => text.width(line))) * size),
    height: Math.round((text.ascent + (lines.length - 1) * text.leading) * size),
    depth: Math.round(text.descent * size),
  };
};

/** Draws a block as SVG: `top` is the top of its letters, and its lines are aligned within `width` from `left`. */
export const drawBlock = (
  { text, size, lines }: Block,
  { left, width, top, side }: { left: number; width: number; top: number; side: Side },
  fill: string,
): string => {
  const share = { left: 0, centre: 0.5, right: 1 }[side];
  const drawn = lines.map((line, n) =>
    text.outline(line, {
      x: left + (width - text.width(line) * size) * share,
      y: top + (text.ascent + n * text.leading) * size,
      size,
    }),
  );
  return `<g fill="${fill}">${drawn.join('')}</g>`;
};
