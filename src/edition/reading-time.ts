/** Words that a reader reads in a minute. */
const pace = 230;

/**
 * A word of letters that always belong together, with at most one sign at its end: one word, by the same rules. Most are
 * like that, and need no segmenter.
 */
const plainWord = /^(?:[A-Za-zÀ-ÖØ-öø-ſ]+|[Ѐ-ҁ]+|[ء-غف-ي]+)[.,;:!?)]?$/;

/**
 * The reading time of a body in whole minutes, at least one. Words are counted by `Intl.Segmenter`
 * (UAX #29), so that text without spaces (Chinese, Japanese, Thai) counts too.
 * @param markdown the body
 * @param language a BCP 47 tag
 */
export const readingMinutes = (markdown: string, language: string): number => {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  let words = 0;
  // No word has a space in it.
  for (const part of markdown.split(/[ \t\r\n]+/)) {
    if (plainWord.test(part)) words += 1;
    else for (const { isWordLike } of segmenter.segment(part)) if (isWordLike) words += 1;
  }
  return Math.max(1, Math.round(words / pace));
};
