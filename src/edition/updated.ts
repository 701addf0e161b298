/**
 * The time of an update, or undefined if readers would see the same time twice.
 * @param words formats a moment as the page does
 */
export const updateToShow = (
  { published, updated }: { published: string; updated?: string | undefined },
  words: (moment: string) => string,
): string | undefined =>
  updated !== undefined && words(updated) !== words(published) ? updated : undefined;
