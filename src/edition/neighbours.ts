import { traitsOf } from '../schemas/kinds.ts';
import type { Article } from './article.ts';

/** The stories that a reader of a section comes to from one of its stories. */
export interface Neighbours<A> {
  earlier: A | undefined;
  later: A | undefined;
}

/**
 * Makes the function that finds them.
 * @param inSection the stories of a section, newest first
 */
export const createNeighbours = <A extends Article>(
  inSection: (id: string) => readonly A[],
): ((article: A) => Neighbours<A>) => {
  /** The neighbours in each section: every story of an edition asks, so nothing is searched twice. */
  const sections = new Map<string, Map<string, Neighbours<A>>>();

  const neighboursIn = (section: string): Map<string, Neighbours<A>> => {
    const stories = inSection(section);
    // A sponsored story leads on to others, but none leads to it: it is promoted only where an editor says so.
    const unpaid = stories.filter(({ kind }) => !traitsOf(kind).paid);
    let passed = 0;
    const found = new Map<string, Neighbours<A>>();
    for (const { id } of stories) {
      const isUnpaid = unpaid[passed]?.id === id;
      found.set(id, { later: unpaid[passed - 1], earlier: unpaid[passed + Number(isUnpaid)] });
      passed += Number(isUnpaid);
    }
    return found;
  };

  return ({ id, section }) => {
    let known = sections.get(section);
    if (!known) sections.set(section, (known = neighboursIn(section)));
    return known.get(id) ?? { earlier: undefined, later: undefined };
  };
};
