import type { BlockShape, FrontLayout } from '../schemas/front.ts';
import type { Article } from './article.ts';
import { traitsOf } from '../schemas/kinds.ts';

/** One block of the front page. */
export interface FrontBlock<A extends Article> {
  title: string;
  /** The section that it belongs to, where it is a section's. */
  section: string | undefined;
  shape: BlockShape;
  articles: A[];
}

/** The front page: no story twice. */
export interface Front<A extends Article> {
  lead: A | undefined;
  secondaries: A[];
  blocks: FrontBlock<A>[];
  /** Must Read beside the blocks: ranked stories that do not stand above, then what no block had room for. */
  mustRead: A[];
}

/** What the layout asks of an edition. */
export interface FrontStacks<A extends Article> {
  /** Newest first. */
  articles: readonly A[];
  /** In their order. */
  sections: readonly { id: string; title: string }[];
  /** Ranked for Must Read, first rank first. */
  picks: readonly A[];
  article: (id: string) => A | undefined;
  inSection: (id: string) => readonly A[];
  onTopic: (topic: string) => readonly A[];
}

const secondaryCount = 4;
/** As many as fill the rows of a block: the first one has a lead and a list. */
const firstBlockCount = 4;
const blockCount = 3;

const isArgument = ({ kind }: Article): boolean => traitsOf(kind).argument;

/** News leads, argument follows; what somebody paid for never stands on top unless an editor put it there. */
const topOrder = <A extends Article>(articles: readonly A[]): A[] => {
  const own = articles.filter(({ kind }) => !traitsOf(kind).paid);
  return [...own.filter((article) => !isArgument(article)), ...own.filter(isArgument)];
};

const shapeFor = (articles: readonly Article[], isFirst: boolean): BlockShape => {
  const [shape, ...others] = new Set(articles.map(({ kind }) => traitsOf(kind).shape));
  if (shape !== undefined && others.length === 0) return shape;
  return isFirst && articles.length > 2 ? 'lead-and-list' : 'cards';
};

/**
 * Lays out the front page: as the editor says, and by dates, kinds and Must Read ranks where the editor says nothing.
 * A story that the layout names and the edition does not hold (a draft, a scheduled one) is passed over.
 */
export const layOutFront = <A extends Article>(
  stacks: FrontStacks<A>,
  layout: FrontLayout = {},
  mustReadCount = 5,
): Front<A> => {
  const used = new Set<A>();
  const take = (articles: readonly (A | undefined)[], count: number): A[] => {
    const taken: A[] = [];
    for (const article of articles) {
      if (taken.length === count) break;
      if (article === undefined || used.has(article)) continue;
      used.add(article);
      taken.push(article);
    }
    return taken;
  };

  const newest = topOrder(stacks.articles);
  const named = layout.lead === undefined ? [] : [stacks.article(layout.lead)];
  const [lead] = take([...named, ...stacks.picks, ...newest], 1);
  const secondaries = layout.secondaries
    ? take(layout.secondaries.map(stacks.article), layout.secondaries.length)
    : take(newest, secondaryCount);

  const ranked = take(stacks.picks, mustReadCount);

  const blocks: FrontBlock<A>[] = [];
  if (layout.blocks) {
    for (const { title, section, topic, kind, shape, stories } of layout.blocks) {
      const pool =
        section !== undefined
          ? stacks.inSection(section)
          : topic !== undefined
            ? stacks.onTopic(topic)
            : stacks.articles.filter((article) => article.kind === kind);
      const name = stacks.sections.find(({ id }) => id === section)?.title ?? topic ?? '';
      const articles = take(pool, stories);
      if (articles.length > 0) blocks.push({ title: title ?? name, section, shape, articles });
    }
  } else {
    for (const { id, title } of stacks.sections) {
      const count = blocks.length === 0 ? firstBlockCount : blockCount;
      const articles = take(stacks.inSection(id), count);
      if (articles.length === 0) continue;
      const shape = shapeFor(articles, blocks.length === 0);
      blocks.push({ title, section: id, shape, articles });
    }
  }
  const mustRead = [...ranked, ...take(newest, mustReadCount - ranked.length)];
  return { lead, secondaries, blocks, mustRead };
};
