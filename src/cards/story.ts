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

/** What a card tells, set for a measure: kicker, headline, note, one over the other. */
export interface SetStory {
  side: Side;
  /** Of its widest line, and of all its lines, in pixels. */
  width: number;
  height: number;
  /** Draws it as SVG within a measure. */
  draw: (place: { left: number; width: number; top: number }) => string;
}

interface Row {
  block: Block;
  fill: string;
  /** Free height before it. */
  gap: number;
  /** The colour of a box that it stands in. */
  chip?: string;
}

/** Free room in a chip, beside its word and over it. */
const pad = { beside: 16, over: 12 };

const heightOf = ({ block, chip }: Row): number => block.height + (chip ? 2 * pad.over : 0);

const drawRow = (
  { block, fill, chip }: Row,
  { left, width, top, side }: { left: number; width: number; top: number; side: Side },
): string => {
  if (!chip) return drawBlock(block, { left, width, top, side }, fill);
  const box = block.width + 2 * pad.beside;
  const x = side === 'right' ? left + width - box : left;
  return (
    rect(x, top, box, block.height + 2 * pad.over, chip) +
    drawBlock(block, { left: x + pad.beside, width: block.width, top: top + pad.over, side }, fill)
  );
};

/**
 * Sets what a card tells.
 * @param largest the headline's size where it is short, in pixels
 * @param height what all of it may take
 */
export const setStory = async (
  { headline = '', kicker, paid, note, language }: Card,
  { paper, ink, soft, signal }: Colours,
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
    const box = { width: width - 2 * pad.beside, height: 26, largest: 30 };
    over.push({ block: await label(paid, box), fill: paper, gap: 0, chip: ink });
  } else if (kicker !== undefined) {
    over.push({
      block: await label(kicker, { width, height: 30, largest: 32 }),
      fill: signal,
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
    width: Math.max(...rows.map(({ block, chip }) => block.width + (chip ? 2 * pad.beside : 0))),
    height: bottom,
    draw: ({ left, width: measure, top }) =>
      rows
        .map((row, n) => drawRow(row, { left, width: measure, top: top + (tops[n] ?? 0), side }))
        .join(''),
  };
};
