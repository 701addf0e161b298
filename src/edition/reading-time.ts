/** Words that a reader reads in a minute. */
const pace = 230;

/**
 * The reading time of a body in whole minutes, at least one. Words are counted by `Intl.Segmenter`
 * (UAX #29), so that text without spaces (Chinese, Japanese, Thai) counts too.
 * @param markdown the body
 * @param language a BCP 47 tag
 */
export const readingMinutes = (markdown: string, language: string): number => {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(
    markdown,
  )) {
    if (isWordLike) words += 1;
  }
  return Math.max(1, Math.round(words / pace));
};
