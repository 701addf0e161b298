import { readingMinutes } from '../../../edition/reading-time.ts';

/**
 * How many words a text has (UAX #29), and how many minutes they take to read.
 * @param language a BCP 47 tag
 */
export const countsOf = (body: string, language: string): { words: number; minutes: number } => {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(body))
    if (isWordLike) words += 1;
  return { words, minutes: readingMinutes(body, language) };
};
