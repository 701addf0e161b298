import { type Block, drawBlock, setBlock, type Side, sizesBetween } from './block.ts';
import { type Card, cardSize } from './card.ts';
import type { Colours } from './colours.ts';
import type { Voice } from './faces.ts';

/** A rectangle of a card, in pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A card as it is laid out: the place of its picture, and opaque drawings that lie on it. */
export interface Layout {
  picture?: Box & { crop: 'centre' | 'attention' };
  pieces: (Box & { svg: string })[];
}

const { width: W, height: H } = cardSize;

/** How a card uses its picture: not, over all of it, or beside the words. */
export type Shape = 'plain' | 'wide' | 'tall';

export const shapeFor = ({ width, height }: { width: number; height: number }): Shape => {
  const enlarged = (w: number, h: number) => Math.max(w / width, h / height);
  if (width / height >= 1.3 && enlarged(W, H) <= 1.5) return 'wide';
  return enlarged(480, H) <= 1.6 ? 'tall' : 'plain';
};

const margin = 64;

const rect = (left: number, top: number, width: number, height: number, fill: string): string =>
  `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${fill}"/>`;

const piece = (box: Box, parts: string[]): Layout['pieces'][number] => ({
  ...box,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${box.width}" height="${box.height}">${parts.join('')}</svg>`,
});

/** What a card says, one over the other, and how high that is. */
interface Stack {
  height: number;
  width: number;
  draw: (left: number, width: number, top: number) => string[];
}

const stack = (
  parts: { block: Block; fill: string; gap: number; chip?: string | undefined }[],
  side: Side,
): Stack => {
  const pad = 16;
  const rows: { top: number; block: Block; fill: string; chip?: string | undefined }[] = [];
  let height = 0;
  for (const { gap, ...part } of parts) {
    if (rows.length > 0) height += gap;
    rows.push({ ...part, top: height + (part.chip ? pad * 0.75 : 0) });
    height += part.block.height + (part.chip ? pad * 1.5 : 0);
  }
  return {
    height,
    width: Math.max(...parts.map(({ block, chip }) => block.width + (chip ? 2 * pad : 0))),
    draw: (left, width, top) =>
      rows.flatMap(({ block, fill, chip, top: at }) => {
        if (!chip) return [drawBlock(block, { left, width, top: top + at, side }, fill)];
        const wide = block.width + 2 * pad;
        const from = side === 'right' ? left + width - wide : left;
        return [
          rect(from, top + at - pad * 0.75, wide, block.height + pad * 1.5, chip),
          drawBlock(block, { left: from + pad, width: block.width, top: top + at, side }, fill),
        ];
      }),
  };
};

export const layOut = async (card: Card, colours: Colours, shape: Shape): Promise<Layout> => {
  const { language } = card;
  const set = (
    words: string,
    voice: Voice,
    width: number,
    height: number,
    large: number,
    small: number,
  ) => setBlock(words, { voice, language }, { width, height, sizes: sizesBetween(large, small) });

  if (card.headline === undefined) {
    const name = await set(card.paper, 'headline', W - 2 * margin, 200, 132, 40);
    const note = card.note ? await set(card.note, 'label', W - 2 * margin, 100, 36, 22) : undefined;
    const top = Math.round((H - name.height - 100) / 2) - 30;
    return {
      pieces: [
        piece({ left: 0, top: 0, width: W, height: H }, [
          rect(0, 0, W, H, colours.paper),
          rect(margin, top - 56, W - 2 * margin, 2, colours.rule),
          drawBlock(
            name,
            { left: margin, width: W - 2 * margin, top, side: 'centre' },
            colours.ink,
          ),
          rect(margin, top + name.height + 56, W - 2 * margin, 3, colours.rule),
          rect(margin, top + name.height + 63, W - 2 * margin, 3, colours.rule),
          ...(note
            ? [
                drawBlock(
                  note,
                  {
                    left: margin,
                    width: W - 2 * margin,
                    top: top + name.height + 104,
                    side: 'centre',
                  },
                  colours.soft,
                ),
              ]
            : []),
        ]),
      ],
    };
  }

  const textWidth = { plain: W - 2 * margin, wide: 700, tall: W - 2 * margin - 480 }[shape];
  const head = await set(
    card.headline,
    'headline',
    textWidth,
    shape === 'plain' ? 330 : 330,
    { plain: 104, wide: 58, tall: 72 }[shape],
    40,
  );
  const side = head.text.direction === 'ltr' ? 'left' : 'right';
  const kicker = card.paid
    ? {
        block: await set(card.paid, 'label', textWidth, 30, 28, 18),
        fill: colours.paper,
        chip: colours.ink,
        gap: 0,
      }
    : card.kicker
      ? {
          block: await set(card.kicker, 'label', textWidth, 30, 30, 18),
          fill: colours.signal,
          gap: 0,
        }
      : undefined;
  const note = card.note
    ? { block: await set(card.note, 'label', textWidth, 120, 30, 20), fill: colours.soft, gap: 34 }
    : undefined;
  const story = stack(
    [
      ...(kicker ? [kicker] : []),
      { block: head, fill: colours.ink, gap: 28 },
      ...(note ? [note] : []),
    ],
    side,
  );

  if (shape === 'plain') {
    const name = await set(card.paper, 'headline', W - 2 * margin, 60, 44, 24);
    const top = 150 + Math.round((H - 150 - 20 - story.height) * 0.45);
    return {
      pieces: [
        piece({ left: 0, top: 0, width: W, height: H }, [
          rect(0, 0, W, H, colours.paper),
          rect(margin, 40, W - 2 * margin, 2, colours.rule),
          drawBlock(
            name,
            {
              left: margin,
              width: W - 2 * margin,
              top: 42 + (82 - name.height) / 2,
              side: 'centre',
            },
            colours.ink,
          ),
          rect(margin, 124, W - 2 * margin, 2, colours.rule),
          rect(margin, 130, W - 2 * margin, 2, colours.rule),
          ...story.draw(margin, textWidth, top),
        ]),
      ],
    };
  }
  if (shape === 'wide') {
    const name = await set(card.paper, 'headline', 620, 30, 32, 18);
    const pad = 44;
    const width = Math.max(520, story.width) + margin + pad;
    const height = story.height + 2 * pad;
    const tab = { width: name.width + margin + 32, height: 72 };
    const isLeft = side === 'left';
    return {
      picture: { left: 0, top: 0, width: W, height: H, crop: 'centre' },
      pieces: [
        piece({ ...tab, top: 0, left: isLeft ? 0 : W - tab.width }, [
          rect(0, 0, tab.width, tab.height, colours.paper),
          drawBlock(
            name,
            {
              left: isLeft ? margin : 32,
              width: name.width,
              top: (tab.height - name.height) / 2,
              side,
            },
            colours.ink,
          ),
        ]),
        piece({ width, height, top: H - height, left: isLeft ? 0 : W - width }, [
          rect(0, 0, width, height, colours.paper),
          ...story.draw(isLeft ? margin : pad, width - margin - pad, pad),
        ]),
      ],
    };
  }
  const column = 480;
  const isLeft = side === 'left';
  const name = await set(card.paper, 'headline', textWidth, 60, 36, 20);
  const left = isLeft ? margin : column + margin;
  const top = 150 + Math.round((H - 150 - 20 - story.height) * 0.45);
  return {
    picture: { left: isLeft ? W - column : 0, top: 0, width: column, height: H, crop: 'attention' },
    pieces: [
      piece({ left: isLeft ? 0 : column, top: 0, width: W - column, height: H }, [
        rect(0, 0, W - column, H, colours.paper),
        rect(margin, 40, textWidth, 2, colours.rule),
        drawBlock(
          name,
          { left: margin, width: textWidth, top: 42 + (82 - name.height) / 2, side },
          colours.ink,
        ),
        rect(margin, 124, textWidth, 2, colours.rule),
        rect(margin, 130, textWidth, 2, colours.rule),
        ...story.draw(left - (isLeft ? 0 : column), textWidth, top),
      ]),
    ],
  };
};
