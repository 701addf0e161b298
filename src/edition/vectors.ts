/** Terms of one text by their numbers, ascending, and what they weigh. */
export interface Vector {
  terms: Int32Array;
  weights: Float32Array;
}

/** Vectors of texts, one after another: that of text `n` begins at `starts[n]`. */
export interface Vectors extends Vector {
  starts: Uint32Array;
}

/** The vector of a text. It shares memory with all of them. */
export const vectorAt = ({ starts, terms, weights }: Vectors, place: number): Vector => ({
  terms: terms.subarray(starts[place], starts[place + 1]),
  weights: weights.subarray(starts[place], starts[place + 1]),
});

/** Vectors one after another. */
export const inOne = (vectors: readonly Vector[]): Vectors => {
  const starts = new Uint32Array(vectors.length + 1);
  for (const [place, { terms }] of vectors.entries()) {
    starts[place + 1] = (starts[place] ?? 0) + terms.length;
  }
  const [terms, weights] = [
    new Int32Array(starts.at(-1) ?? 0),
    new Float32Array(starts.at(-1) ?? 0),
  ];
  for (const [place, vector] of vectors.entries()) {
    terms.set(vector.terms, starts[place]);
    weights.set(vector.weights, starts[place]);
  }
  return { starts, terms, weights };
};

const areSameNumbers = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
};

export const isSameVector = (a: Vector, b: Vector): boolean =>
  areSameNumbers(a.terms, b.terms) && areSameNumbers(a.weights, b.weights);
