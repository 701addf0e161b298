/** How many entries are listed at the top of a live story. */
const latest = 5;

/**
 * The latest of a live story's entries, which the top of its page lists.
 * @param entries newest first
 */
export const latestOf = <Entry>(entries: readonly Entry[]): Entry[] => entries.slice(0, latest);

/** The key moments among them. */
export const keyMomentsOf = <Entry extends { isKey?: boolean }>(
  entries: readonly Entry[],
): Entry[] => entries.filter(({ isKey }) => isKey);
