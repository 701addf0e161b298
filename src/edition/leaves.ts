/** One page of a paginated list. */
export interface Leaf<A> {
  /** Its number, starting at 1. */
  number: number;
  /** How many pages the list has. */
  count: number;
  articles: readonly A[];
}

/** How many stories a list shows on one page. */
export const leafLength = 20;

/** Splits a list into pages; an empty list has one page, without stories. */
export const leavesOf = <A>(list: readonly A[], length = leafLength): Leaf<A>[] => {
  const count = Math.max(1, Math.ceil(list.length / length));
  return Array.from({ length: count }, (_, n) => ({
    number: n + 1,
    count,
    articles: list.slice(n * length, (n + 1) * length),
  }));
};

/**
 * The page numbers that a reader can choose from: the first, the last, and two on either side of this one. `undefined`
 * stands for a gap.
 */
export const numbersAround = (number: number, count: number): (number | undefined)[] => {
  const shown = Array.from({ length: count }, (_, n) => n + 1).filter(
    (n) => n === 1 || n === count || Math.abs(n - number) <= 2,
  );
  return shown.flatMap((n, at) => (n - (shown[at - 1] ?? 0) > 1 ? [undefined, n] : [n]));
};
