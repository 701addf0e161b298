import type { Words } from './words.ts';

/**
 * Makes a function that says in a sentence that a story is more than so many years old. Making it takes far longer than
 * using it, and an archive has thousands of old stories.
 * @param language a BCP 47 tag: it decides digits and plurals
 */
export const ageSentences = (
  { olderThan }: Pick<Words, 'olderThan'>,
  language: string,
): ((years: number) => string) => {
  const digits = new Intl.NumberFormat(language);
  const plural = new Intl.PluralRules(language);
  const sentences = new Map<number, string>();
  return (years) => {
    let sentence = sentences.get(years);
    if (sentence === undefined) {
      sentence = olderThan(digits.format(years), plural.select(years));
      sentences.set(years, sentence);
    }
    return sentence;
  };
};
