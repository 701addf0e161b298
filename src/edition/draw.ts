/** Hands out stories, each once. */
export interface Draw<A> {
  /** Takes the first stories that are not taken yet; what is undefined is skipped. */
  take: (articles: readonly (A | undefined)[], count: number) => A[];
  /** Those that are not taken yet. */
  left: (articles: readonly A[]) => A[];
}

/**
 * Makes a draw.
 * @param taken the stories that are taken from the start
 */
export const createDraw = <A>(taken: readonly A[] = []): Draw<A> => {
  const used = new Set(taken);
  return {
    take: (articles, count) => {
      const drawn: A[] = [];
      for (const article of articles) {
        if (drawn.length >= count) break;
        if (article === undefined || used.has(article)) continue;
        used.add(article);
        drawn.push(article);
      }
      return drawn;
    },
    left: (articles) => articles.filter((article) => !used.has(article)),
  };
};
