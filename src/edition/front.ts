import type { BlockShape, FrontLayout } from '../schemas/front.ts';
import type { Article } from './article.ts';
import { traitsOf } from '../schemas/kinds.ts';

/** One block of the front page. */
export interface FrontBlock<A extends Article> {
  title: string;
  /** The id of the section that it shows, if it shows one. */
  section: string | undefined;
  shape: BlockShape;
  articles: A[];
}

/** The front page. No story appears twice. */
export interface Front<A extends Article> {
  lead: A | undefined;
  secondaries: A[];
  blocks: FrontBlock<A>[];
  /** Must Read, beside the blocks: ranked stories not shown above, then the newest that no block had room for. */
  mustRead: A[];
}

/** What the layout needs from an edition. */
export interface FrontMaterial<A extends Article> {
  /** Newest first. */
  articles: readonly A[];
  /** Top-level sections, in order. */
  sections: readonly { id: string; title: string }[];
  /** Stories ranked for Must Read, rank 1 first. */
  picks: readonly A[];
  article: (id: string) => A | undefined;
  inSection: (id: string) => readonly A[];
  onTopic: (topic: string) => readonly A[];
}

const secondaryCount = 4;
/** These numbers fill the rows of a block; the first block has a lead and a list. */
const firstBlockCount = 4;
const blockCount = 3;

const isArgument = ({ kind }: Article): boolean => traitsOf(kind).argument;

/** News first, then argument. Sponsored stories are left out: only an editor may put one at the top. */
const topOrder = <A extends Article>(articles: readonly A[]): A[] => {
  const unpaid = articles.filter(({ kind }) => !traitsOf(kind).paid);
  return [...unpaid.filter((article) => !isArgument(article)), ...unpaid.filter(isArgument)];
};

const shapeFor = (articles: readonly Article[], isFirst: boolean): BlockShape => {
  const [shape, ...others] = new Set(articles.map(({ kind }) => traitsOf(kind).shape));
  if (shape !== undefined && others.length === 0) return shape;
  return isFirst && articles.length > 2 ? 'lead-and-list' : 'row';
};

/**
 * Lays out the front page by the editor's layout; where that says nothing, by dates, kinds and Must Read ranks.
 * A story that the layout names but the edition lacks (a draft, a scheduled one) is skipped.
 */
export const layOutFront = <A extends Article>(
  material: FrontMaterial<A>,
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

  const newest = topOrder(material.articles);
  const named = layout.lead === undefined ? [] : [material.article(layout.lead)];
  const [lead] = take([...named, ...material.picks, ...newest], 1);
  const secondaries = layout.secondaries
    ? take(layout.secondaries.map(material.article), layout.secondaries.length)
    : take(newest, secondaryCount);

  const ranked = take(material.picks, mustReadCount);

  const blocks: FrontBlock<A>[] = [];
  if (layout.blocks) {
    for (const { title, section, topic, kind, shape, stories } of layout.blocks) {
      const pool =
        section !== undefined
          ? material.inSection(section)
          : topic !== undefined
            ? material.onTopic(topic)
            : material.articles.filter((article) => article.kind === kind);
      const name = material.sections.find(({ id }) => id === section)?.title ?? topic ?? '';
      const articles = take(pool, stories);
      if (articles.length > 0) blocks.push({ title: title ?? name, section, shape, articles });
    }
  } else {
    for (const { id, title } of material.sections) {
      const count = blocks.length === 0 ? firstBlockCount : blockCount;
      const articles = take(material.inSection(id), count);
      if (articles.length === 0) continue;
      const shape = shapeFor(articles, blocks.length === 0);
      blocks.push({ title, section: id, shape, articles });
    }
  }
  const mustRead = [...ranked, ...take(newest, mustReadCount - ranked.length)];
  return { lead, secondaries, blocks, mustRead };
};
