import { type Block, drawBlock, setBlock, type Side, sizesBetween } from './block.ts';
import type { Card } from './card.ts';
import type { Colours } from './colours.ts';

/** A rectangle as SVG. */
export const rect = (
  left: number,
  top: number,
  width: number,
  height: number,
  fill: string,
): string => `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${fill}"/>`;

/** The text of a card, set for a measure: kicker, headline and note, one below the other. */
export interface SetStory {
  side: Side;
  /** The width of its widest line and the height of all lines, in pixels. */
  width: number;
  height: number;
  /** Draws it as SVG within a measure. */
  draw: (place: { left: number; width: number; top: number }) => string;
}

interface Row {
  block: Block;
  fill: string;
  /** The space above it. */
  gap: number;
  /** The colour of the box behind it, if it has one. */
  chip?: string;
}

/** Padding in a chip. */
const pad = { inline: 16, block: 12 };

const heightOf = ({ block, chip }: Row): number => block.height + (chip ? 2 * pad.block : 0);

const drawRow = (
  { block, fill, chip }: Row,
  { left, width, top, side }: { left: number; width: number; top: number; side: Side },
): string => {
  if (!chip) return drawBlock(block, { left, width, top, side }, fill);
  const box = block.width + 2 * pad.inline;
  const x = side === 'right' ? left + width - box : left;
  return (
    rect(x, top, box, block.height + 2 * pad.block, chip) +
    drawBlock(block, { left: x + pad.inline, width: block.width, top: top + pad.block, side }, fill)
  );
};

/**
 * Sets the text of a card.
 * @param width the measure, in pixels
 * @param height the most that all of it may take, in pixels
 * @param largest the size of a short headline, in pixels
 */
export const setStory = async (
  { headline = '', kicker, paid, note, accent, language }: Card,
  { paper, ink, soft }: Colours,
  { width, height, largest }: { width: number; height: number; largest: number },
): Promise<SetStory> => {
  const label = (words: string, box: { width: number; height: number; largest: number }) =>
    setBlock(
      words,
      { voice: 'label', language },
      { width: box.width, height: box.height, sizes: sizesBetween(box.largest, 22) },
    );

  const over: Row[] = [];
  const under: Row[] = [];
  if (paid !== undefined) {
    const box = { width: width - 2 * pad.inline, height: 26, largest: 30 };
    over.push({ block: await label(paid, box), fill: paper, gap: 0, chip: ink });
  } else if (kicker !== undefined) {
    over.push({
      block: await label(kicker, { width, height: 30, largest: 32 }),
      fill: accent ?? soft,
      gap: 0,
    });
  }
  if (note !== undefined) {
    const box = { width: Math.min(width, 940), height: width / 8, largest: 34 };
    under.push({ block: await label(note, box), fill: soft, gap: 22 });
  }
  const taken = [...over, ...under].reduce((sum, row) => sum + heightOf(row) + 60, 0);
  const head: Row = {
    block: await setBlock(
      headline,
      { voice: 'headline', language },
      { width, height: height - taken, sizes: sizesBetween(largest, 42) },
    ),
    fill: ink,
    gap: over.length > 0 ? 22 : 0,
  };

  const rows = [...over, head, ...under];
  const tops: number[] = [];
  let bottom = 0;
  for (const [n, row] of rows.entries()) {
    const above = rows[n - 1];
    tops.push(bottom + (above ? above.block.depth : 0) + row.gap);
    bottom = (tops[n] ?? 0) + heightOf(row);
  }
  const side = head.block.text.direction === 'ltr' ? 'left' : 'right';
  return {
    side,
    width: Math.max(...rows.map(({ block, chip }) => block.width + (chip ? 2 * pad.inline : 0))),
    height: bottom,
    draw: ({ left, width: measure, top }) =>
      rows
        .map((row, n) => drawRow(row, { left, width: measure, top: top + (tops[n] ?? 0), side }))
        .join(''),
  };
};
