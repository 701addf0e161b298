/** Stories that share a search index. */
export interface Volume<A> {
  /** Its years, such as `2025` or `2015-2017`. */
  name: string;
  stories: A[];
}

/**
 * Splits stories into volumes, so that a changed story changes only one. Each volume spans whole years, as few as reach
 * the minimum number of stories; the newest may hold fewer.
 * @param published returns when a story was published, ISO 8601
 * @param least the minimum number of stories in a volume
 * @returns the newest first, each with its stories in the order given
 */
export const volumesOf = <A>(
  stories: readonly A[],
  published: (story: A) => string,
  least: number,
): Volume<A>[] => {
  const years = Map.groupBy(stories, (story) => published(story).slice(0, 4));
  const volumes: Volume<A>[] = [];
  let isFull = true;
  for (const [year, ofYear] of [...years].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [volume] = volumes;
    if (isFull || !volume) volumes.unshift({ name: year, stories: ofYear });
    else {
      volume.name = `${volume.name.slice(0, 4)}-${year}`;
      volume.stories.push(...ofYear);
    }
    isFull = (volumes[0]?.stories.length ?? 0) >= least;
  }
  return volumes;
};
