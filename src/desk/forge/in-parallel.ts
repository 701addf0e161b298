/** Cuts a list into pieces of at most so many. */
export const piecesOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/**
 * Does a task for each item, some at a time: a forge refuses who asks for everything at once.
 * @returns the results, in the order of the items
 * @throws what the first task that fails throws; no new task begins after it
 */
export const inParallel = async <Item, Result>(
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
  atOnce = 6,
): Promise<Result[]> => {
  const results: Result[] = [];
  const waiting = [...items.entries()].reverse();
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [index, item] = next;
      try {
        results[index] = await task(item);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return results;
};
