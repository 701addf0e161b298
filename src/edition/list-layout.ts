import type { Leaf } from './leaves.ts';

/** How the stories of a page of a list are set, from top to bottom. Every story is in exactly one place, in order. */
export interface ListLayout<A> {
  /** The story that opens the page. */
  lead?: A | undefined;
  /** None, or two that stand side by side. */
  seconds: readonly A[];
  /** A story across the page, so that the others pair up. */
  wide?: A | undefined;
  /** An even number, in pairs. */
  pairs: readonly A[];
}

/** With fewer stories than this, a lead would be most of the page. */
const fewestWithLead = 6;

/**
 * Lays out a page of a list so that no row ends in an empty cell, whatever the number of its stories.
 * @param alwaysLeads whether the first page opens with a lead even if there are few stories
 */
export const layOutList = <A>(
  { number, articles }: Pick<Leaf<A>, 'number' | 'articles'>,
  alwaysLeads: boolean,
): ListLayout<A> => {
  const leads = number === 1 && (alwaysLeads || articles.length >= fewestWithLead);
  const [lead, rest] = leads ? [articles[0], articles.slice(1)] : [undefined, articles];
  const seconds = lead !== undefined && rest.length >= 2 ? rest.slice(0, 2) : [];
  const others = rest.slice(seconds.length);
  const isOdd = others.length % 2 === 1;
  return {
    lead,
    seconds,
    wide: isOdd ? others[0] : undefined,
    pairs: isOdd ? others.slice(1) : others,
  };
};
