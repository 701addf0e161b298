import type { FrontLayout } from '../schemas/front.ts';
import { traitsOf } from '../schemas/kinds.ts';
import type { Article } from './article.ts';
import { createDraw, type Draw } from './draw.ts';
import { type BlockMaterial, type FrontBlock, layOutBlocks } from './front-blocks.ts';

export type { FrontBlock } from './front-blocks.ts';

/**
 * The front page. No story appears twice, but for the links under the lead and the latest stories: they may repeat what
 * is further down, and nothing of the row that they are in.
 */
export interface Front<A extends Article> {
  /** A live story above all others, while its coverage is not over. */
  live: A | undefined;
  lead: A | undefined;
  /** Links under the lead. */
  leadRelated: A[];
  /** Two at most, beside the lead. */
  secondaries: A[];
  /** The newest headlines, beside the lead; none if there are too few for a column. */
  latest: A[];
  /** A row below the lead. */
  strip: A[];
  blocks: FrontBlock<A>[];
  /** Must Read: ranked stories not shown above, then the newest that no block had room for. */
  mustRead: A[];
}

/** What the layout needs from an edition. */
export interface FrontMaterial<A extends Article> extends BlockMaterial<A> {
  /** Stories ranked for Must Read, rank 1 first. */
  picks: readonly A[];
  article: (id: string) => A | undefined;
  /** The most related stories, best first. */
  related: (article: A, limit: number) => readonly A[];
}

const besideLead = 2;
const underLead = 3;
/** How many stories that are like the lead may be shown around it. */
export const relatedToLead = besideLead + underLead;
const stripLength = 4;
const latestLength = 8;
/** A column of fewer headlines would be an empty one. */
const fewestLatest = 5;

const isArgument = ({ kind }: Article): boolean => traitsOf(kind).argument;
const isUnpaid = ({ kind }: Article): boolean => !traitsOf(kind).paid;

/** Whether a story is live, and its coverage not over. */
const isRunning = (story: Article | undefined): boolean =>
  story?.state === 'live' || story?.state === 'paused';

/** News first, then argument. Sponsored stories are left out: only an editor may put one at the top. */
const topOrder = <A extends Article>(articles: readonly A[]): A[] => {
  const unpaid = articles.filter(isUnpaid);
  return [...unpaid.filter((article) => !isArgument(article)), ...unpaid.filter(isArgument)];
};

/** The stories that the editor wants in the row below the lead: those beyond the two beside it, then those named for it. */
const namedForStrip = ({ strip, secondaries }: FrontLayout): string[] => [
  ...(secondaries ?? []).slice(besideLead),
  ...(strip ?? []),
];

/** That row where the editor names no story: four pieces of news; none if there are fewer, or if blocks are laid out. */
const automaticStrip = <A extends Article>(
  draw: Draw<A>,
  { articles }: FrontMaterial<A>,
  { strip, blocks }: FrontLayout,
): A[] => {
  if (strip ?? blocks) return [];
  const news = articles.filter((article) => isUnpaid(article) && !isArgument(article));
  return draw.left(news).length < stripLength ? [] : draw.take(news, stripLength);
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
  const draw = createDraw<A>();
  const covered = layout.live === undefined ? undefined : material.article(layout.live);
  const [live] = draw.take([isRunning(covered) ? covered : undefined], 1);
  const newest = topOrder(material.articles);
  const chosenLead = layout.lead === undefined ? [] : [material.article(layout.lead)];
  const [lead] = draw.take([...chosenLead, ...material.picks, ...newest], 1);
  const seconds = layout.secondaries?.slice(0, besideLead).map(material.article);
  const secondaries = draw.take(seconds ?? newest, besideLead);

  const above = [live, lead].filter((story) => story !== undefined);
  const top = createDraw([...above, ...secondaries]);
  const chosen = layout.leadRelated?.map(material.article);
  const related = lead && !chosen ? material.related(lead, relatedToLead) : [];
  const leadRelated = top.take(chosen ?? related, underLead);
  const newestOfAll = top.left(material.articles.filter(isUnpaid));
  const hasLatest = layout.latest !== false && newestOfAll.length >= fewestLatest;

  // What an editor placed stands where it was placed, even if it is ranked for Must Read as well.
  const named = namedForStrip(layout);
  const placed = draw.take(named.map(material.article), named.length);
  const ranked = draw.take(material.picks, mustReadCount);
  const strip = named.length > 0 ? placed : automaticStrip(draw, material, layout);
  const blocks = layOutBlocks(draw, material, layout.blocks);
  return {
    live,
    lead,
    leadRelated,
    secondaries,
    latest: hasLatest ? newestOfAll.slice(0, latestLength) : [],
    strip,
    blocks,
    mustRead: [...ranked, ...draw.take(newest, mustReadCount - ranked.length)],
  };
};
