import { type Block, drawBlock, setBlock, type Side, sizesBetween } from './block.ts';
import { type Card, cardSize } from './card.ts';
import type { Colours } from './colours.ts';
import { rect, setStory } from './story.ts';

/** A rectangle on a card, in pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The layout of a card: where its picture goes, and the opaque drawings on top of it. */
export interface Layout {
  picture?: Box & { crop: 'centre' | 'attention' };
  pieces: (Box & { svg: string })[];
}

/** How a card uses its picture: not at all, behind its text, or beside it. */
export type Shape = 'plain' | 'wide' | 'tall';

const { width: W, height: H } = cardSize;
const margin = 64;
/** The picture beside the text. */
const column = { width: 480, height: H };
/** The paper's name between its rules, at the top of a card without a wide picture. */
const plate = { top: 40, height: 92 };

/** The shape for a picture of a given size. A picture that would look pixelated is shown smaller, or not at all. */
export const shapeFor = ({ width, height }: { width: number; height: number }): Shape => {
  const enlarged = (box: { width: number; height: number }): number =>
    Math.max(box.width / width, box.height / height);
  if (width / height >= 1.3 && enlarged(cardSize) <= 1.5) return 'wide';
  return enlarged(column) <= 1.6 ? 'tall' : 'plain';
};

const piece = (box: Box, ...parts: string[]): Layout['pieces'][number] => ({
  ...box,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${box.width}" height="${box.height}">${parts.join('')}</svg>`,
});

/** The paper's name, as large as fits on one line. */
const setName = ({ paper, language }: Card, width: number, largest: number): Promise<Block> =>
  setBlock(
    paper,
    { voice: 'headline', language },
    { width, height: largest, sizes: sizesBetween(largest, 18) },
  );

/** The masthead's rules: one over the name, two under it. */
const nameplate = (
  name: Block,
  { left, width, side }: { left: number; width: number; side: Side },
  { ink, rule }: Colours,
): string => {
  const { top, height } = plate;
  const middle = top + (height - 6 - name.height - name.depth / 2) / 2;
  return (
    rect(left, top, width, 2, rule) +
    drawBlock(name, { left, width, top: middle, side }, ink) +
    rect(left, top + height - 8, width, 2, rule) +
    rect(left, top + height - 2, width, 2, rule)
  );
};

/** Where the text below the nameplate begins: a little above the middle of the free space. */
const topOf = (height: number): number => {
  const first = plate.top + plate.height;
  return Math.round(first + (H - first - height) * 0.46);
};

/** The paper's own card: its masthead. */
const layOutPaper = async (card: Card, colours: Colours): Promise<Layout> => {
  const { paper, ink, soft, rule } = colours;
  const width = W - 2 * margin;
  const centred = { left: margin, width, side: 'centre' } as const;
  const name = await setBlock(
    card.paper,
    { voice: 'headline', language: card.language },
    { width, height: 200, sizes: sizesBetween(136, 40) },
  );
  const note = await setBlock(
    card.note ?? '',
    { voice: 'label', language: card.language },
    { width: 900, height: 100, sizes: sizesBetween(36, 24) },
  );
  const air = 60;
  const top = Math.round((H - name.height - 2 * air - note.height) / 2);
  const foot = top + name.height + Math.max(air, name.depth + 30);
  return {
    pieces: [
      piece(
        { left: 0, top: 0, width: W, height: H },
        rect(0, 0, W, H, paper),
        rect(margin, top - air, width, 2, rule),
        drawBlock(name, { ...centred, top }, ink),
        rect(margin, foot, width, 3, rule),
        rect(margin, foot + 7, width, 3, rule),
        drawBlock(note, { ...centred, top: foot + 48 }, soft),
      ),
    ],
  };
};

/** Text only. */
const layOutPlain = async (card: Card, colours: Colours): Promise<Layout> => {
  const width = W - 2 * margin;
  const name = await setName(card, width, 46);
  const story = await setStory(card, colours, { width, height: 400, largest: 112 });
  return {
    pieces: [
      piece(
        { left: 0, top: 0, width: W, height: H },
        rect(0, 0, W, H, colours.paper),
        nameplate(name, { left: margin, width, side: 'centre' }, colours),
        story.draw({ left: margin, width, top: topOf(story.height) }),
      ),
    ],
  };
};

/** The picture fills the card; the text is in a corner, on the paper's background colour. */
const layOutWide = async (card: Card, colours: Colours): Promise<Layout> => {
  const { paper, ink } = colours;
  const [pad, bar] = [40, 8];
  const story = await setStory(card, colours, { width: 700, height: 430, largest: 58 });
  const name = await setName(card, 700, 34);
  const isLeft = story.side !== 'right';
  const corner = (width: number): number => (isLeft ? 0 : W - width);
  const from = isLeft ? margin : pad;
  const tab = { width: margin + name.width + pad, height: 76 };
  const panel = { width: margin + story.width + pad, height: bar + pad + story.height + 46 };
  return {
    picture: { left: 0, top: 0, width: W, height: H, crop: 'centre' },
    pieces: [
      piece(
        { ...tab, left: corner(tab.width), top: 0 },
        rect(0, 0, tab.width, tab.height, paper),
        drawBlock(
          name,
          {
            left: from,
            width: name.width,
            top: (tab.height - name.height - name.depth / 2) / 2,
            side: story.side,
          },
          ink,
        ),
      ),
      piece(
        { ...panel, left: corner(panel.width), top: H - panel.height },
        rect(0, 0, panel.width, panel.height, paper),
        rect(0, 0, panel.width, bar, card.accent ?? ink),
        story.draw({ left: from, width: story.width, top: bar + pad }),
      ),
    ],
  };
};

/** The picture is beside the text, in its own column. */
const layOutTall = async (card: Card, colours: Colours): Promise<Layout> => {
  const page = { width: W - column.width, height: H };
  const measure = { left: margin, width: page.width - 2 * margin };
  const story = await setStory(card, colours, { width: measure.width, height: 400, largest: 76 });
  const name = await setName(card, measure.width, 38);
  const isLeft = story.side !== 'right';
  return {
    picture: { ...column, left: isLeft ? page.width : 0, top: 0, crop: 'attention' },
    pieces: [
      piece(
        { ...page, left: isLeft ? 0 : column.width, top: 0 },
        rect(0, 0, page.width, H, colours.paper),
        nameplate(name, { ...measure, side: story.side }, colours),
        story.draw({ ...measure, top: topOf(story.height) }),
      ),
    ],
  };
};

/** Lays out a card. The text is on the side where its headline begins. */
export const layOut = (card: Card, colours: Colours, shape: Shape): Promise<Layout> => {
  if (card.headline === undefined) return layOutPaper(card, colours);
  return { plain: layOutPlain, wide: layOutWide, tall: layOutTall }[shape](card, colours);
};
