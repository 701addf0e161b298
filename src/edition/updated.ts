/**
 * The time of an update, where telling it says something: undefined when a reader would see the same words twice.
 * @param words a moment as the page shows it
 */
export const worthTelling = (
  { published, updated }: { published: string; updated?: string | undefined },
  words: (moment: string) => string,
): string | undefined =>
  updated !== undefined && words(updated) !== words(published) ? updated : undefined;
