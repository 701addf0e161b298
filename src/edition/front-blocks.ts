import type { BlockShape, FrontLayout } from '../schemas/front.ts';
import { traitsOf } from '../schemas/kinds.ts';
import type { Article } from './article.ts';
import type { Draw } from './draw.ts';

/** One block of the front page. */
export interface FrontBlock<A extends Article> {
  title: string;
  /** The id of the section that it shows, if it shows one. */
  section: string | undefined;
  /** The topic that it shows, if it shows one. */
  topic: string | undefined;
  /** What its stories should be set as. Without it, their number decides: see `block-form.ts`. */
  shape: BlockShape | undefined;
  /** Whether it stands beside another block. Such blocks come in pairs. */
  isHalf: boolean;
  articles: A[];
}

/** What blocks are made from. */
export interface BlockMaterial<A extends Article> {
  /** Newest first. */
  articles: readonly A[];
  /** Top-level sections, in order. */
  sections: readonly { id: string; title: string }[];
  inSection: (id: string) => readonly A[];
  onTopic: (topic: string) => readonly A[];
}

/** Automatic blocks take turns, so that no two beside each other look alike. */
const turns: readonly { shape: BlockShape; count: number }[] = [
  { shape: 'lead-and-list', count: 5 },
  { shape: 'lead-and-three', count: 4 },
  { shape: 'row', count: 3 },
];

/** An automatic block with no more stories than this may share its row with another one. */
const mostInHalf = 2;

/** The shape of a kind, if every story is of kinds with that shape. */
const shapeOfKind = (articles: readonly Article[]): BlockShape | undefined => {
  const [shape, ...others] = new Set(articles.map(({ kind }) => traitsOf(kind).shape));
  return others.length === 0 ? shape : undefined;
};

/** Pairs up neighbours that may be halves; one without such a neighbour is as wide as the page. */
const pairUp = <A extends Article>(blocks: readonly FrontBlock<A>[]): FrontBlock<A>[] => {
  const halves = new Set<FrontBlock<A>>();
  for (const [n, block] of blocks.entries()) {
    const before = blocks[n - 1];
    if (!block.isHalf || !before?.isHalf || halves.has(before)) continue;
    halves.add(before).add(block);
  }
  return blocks.map((block) => ({ ...block, isHalf: halves.has(block) }));
};

const chosenBlocks = <A extends Article>(
  draw: Draw<A>,
  { articles, sections, inSection, onTopic }: BlockMaterial<A>,
  layout: NonNullable<FrontLayout['blocks']>,
): FrontBlock<A>[] =>
  layout.flatMap(({ title, section, topic, kind, shape, half, stories }) => {
    const pool =
      section !== undefined
        ? inSection(section)
        : topic !== undefined
          ? onTopic(topic)
          : articles.filter((article) => article.kind === kind);
    const name = sections.find(({ id }) => id === section)?.title ?? topic ?? '';
    const taken = draw.take(pool, stories);
    if (taken.length === 0) return [];
    return [{ title: title ?? name, section, topic, shape, isHalf: half, articles: taken }];
  });

const automaticBlocks = <A extends Article>(
  draw: Draw<A>,
  { sections, inSection }: BlockMaterial<A>,
): FrontBlock<A>[] => {
  const blocks: FrontBlock<A>[] = [];
  let turn = 0;
  for (const { id, title } of sections) {
    const { shape, count } = turns[turn % turns.length] ?? { shape: 'row', count: 3 };
    const articles = draw.take(inSection(id), count);
    if (articles.length === 0) continue;
    const own = shapeOfKind(articles);
    const isHalf = own !== 'opinions' && articles.length <= mostInHalf;
    if (own === undefined && !isHalf) turn += 1;
    blocks.push({ title, section: id, topic: undefined, shape: own ?? shape, isHalf, articles });
  }
  return blocks;
};

/**
 * The blocks of the front page, from the stories that the draw still has: the editor's, or else one for each section.
 * A block without stories is left out.
 */
export const layOutBlocks = <A extends Article>(
  draw: Draw<A>,
  material: BlockMaterial<A>,
  layout: FrontLayout['blocks'],
): FrontBlock<A>[] =>
  pairUp(layout ? chosenBlocks(draw, material, layout) : automaticBlocks(draw, material));
