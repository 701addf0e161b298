import type { Words } from './words.ts';

/**
 * That a story is more than so many years old, in a sentence.
 * @param language a BCP 47 tag: it decides digits and plurals
 */
export const ageSentence = (
  years: number,
  { olderThan }: Pick<Words, 'olderThan'>,
  language: string,
): string =>
  olderThan(
    new Intl.NumberFormat(language).format(years),
    new Intl.PluralRules(language).select(years),
  );
