import type { Vectors } from './vectors.ts';

/** For a term in more articles than this, only the nearest in time are compared: near-linear time for all pairs. */
const usualReach = 500;

/** An index of vectors: which of them share terms with a given one, and what is the product of two. */
export interface LikenessIndex {
  /** How many of the rows with a term are compared with each other at most. */
  reach: number;
  /** Adds the products of a row with all rows near it that share a term to `sums`, and lists those rows in `touched`. */
  gather: (row: number, sums: Float32Array, touched: number[]) => void;
  /** The other way round: adds the products with the rows that this one is near to. */
  gatherFor: (row: number, sums: Float32Array, touched: number[]) => void;
  product: (a: number, b: number) => number;
  /** The rows with a term, ascending. */
  holdersOf: (term: number) => Uint32Array;
}

/** Gives terms numbers from zero, in their own order. */
const numbersOf = (terms: Int32Array): ReadonlyMap<number, number> =>
  new Map(
    Int32Array.from(new Set(terms))
      .sort()
      .entries()
      .map(([number, term]) => [term, number]),
  );

/** The place of the first number that is not lower than another. */
export const lowerBound = (ascending: ArrayLike<number>, number: number): number => {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Makes an index of vectors whose rows are in the order of time. */
export const createIndex = (
  { starts, terms: given, weights }: Vectors,
  reach = usualReach,
): LikenessIndex => {
  const numbers = numbersOf(given);
  const terms = Uint32Array.from(given, (term) => numbers.get(term) ?? 0);
  /** Where the holders of each term begin; they end where the next term's begin. */
  const begins = new Uint32Array(numbers.size + 1);
  for (const term of terms) begins[term + 1] = (begins[term + 1] ?? 0) + 1;
  for (let term = 1; term < begins.length; term += 1) {
    begins[term] = (begins[term] ?? 0) + (begins[term - 1] ?? 0);
  }
  const holders = new Uint32Array(terms.length);
  const shares = new Float32Array(terms.length);
  const next = begins.slice();
  for (let row = 0; row + 1 < starts.length; row += 1) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const term = terms[at] ?? 0;
      const place = next[term] ?? 0;
      next[term] = place + 1;
      holders[place] = row;
      shares[place] = weights[at] ?? 0;
    }
  }

  /** The first of the holders that are near to the one at a place. */
  const nearest = (term: number, place: number): number => {
    const [begin, end] = [begins[term] ?? 0, begins[term + 1] ?? 0];
    return Math.max(begin, Math.min(place - (reach >>> 1), end - reach));
  };
  const placeOf = (term: number, row: number): number => {
    const begin = begins[term] ?? 0;
    return begin + lowerBound(holders.subarray(begin, begins[term + 1]), row);
  };

  return {
    reach,
    gather: (row, sums, touched) => {
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
        const weight = weights[at] ?? 0;
        const term = terms[at] ?? 0;
        let [from, to] = [begins[term] ?? 0, begins[term + 1] ?? 0];
        if (to - from > reach) {
          from = nearest(term, placeOf(term, row));
          to = from + reach;
        }
        for (let place = from; place < to; place += 1) {
          const holder = holders[place] ?? 0;
          const sum = sums[holder] ?? 0;
          if (sum === 0) touched.push(holder);
          sums[holder] = sum + weight * (shares[place] ?? 0);
        }
      }
    },
    gatherFor: (row, sums, touched) => {
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
        const weight = weights[at] ?? 0;
        const term = terms[at] ?? 0;
        const [begin, end] = [begins[term] ?? 0, begins[term + 1] ?? 0];
        const own = end - begin > reach ? placeOf(term, row) : begin;
        const isNear = (place: number): boolean => {
          if (end - begin <= reach) return true;
          const from = nearest(term, place);
          return from <= own && own < from + reach;
        };
        for (
          let place = Math.max(begin, own - reach);
          place < Math.min(end, own + reach);
          place += 1
        ) {
          if (!isNear(place)) continue;
          const holder = holders[place] ?? 0;
          const sum = sums[holder] ?? 0;
          if (sum === 0) touched.push(holder);
          sums[holder] = sum + weight * (shares[place] ?? 0);
        }
      }
    },
    product: (a, b) => {
      let [atA, atB] = [starts[a] ?? 0, starts[b] ?? 0];
      const [endA, endB] = [starts[a + 1] ?? 0, starts[b + 1] ?? 0];
      let sum = 0;
      while (atA < endA && atB < endB) {
        const difference = (terms[atA] ?? 0) - (terms[atB] ?? 0);
        if (difference === 0) sum += (weights[atA] ?? 0) * (weights[atB] ?? 0);
        if (difference <= 0) atA += 1;
        if (difference >= 0) atB += 1;
      }
      return sum;
    },
    holdersOf: (term) => {
      const number = numbers.get(term);
      return number === undefined
        ? new Uint32Array(0)
        : holders.subarray(begins[number], begins[number + 1]);
    },
  };
};
