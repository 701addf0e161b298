import type { PictureTexts } from './picture-texts.ts';

/** Words of a credit that name nobody. */
const generic: ReadonlySet<string> = new Set(
  (
    'photo photograph photographer photos picture image illustration graphic drawing foto bild dessin ' +
    'copyright all rights reserved tous droits réservés by for the and via courtesy of par pour von ' +
    'фото зображення ілюстрація світлина صورة تصوير رسم'
  ).split(' '),
);

/** The words of a text that may be names, without case and accents; an initial says nothing. */
const namesIn = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.filter((word) => !generic.has(word)) ?? []
  )
    .map((word) => word.normalize('NFKD').replaceAll(/\p{M}/gu, ''))
    .filter((word) => word.length > 1);

/** A name written in another script is another word, and no other maker. */
const scriptOf = (words: readonly string[]): string =>
  words.some((word) => /\p{Script=Latin}/u.test(word)) ? 'Latin' : 'another';

/**
 * What a picture's file says of its makers, if they are others than those that the copy names. Copy may name fewer, or
 * more, or leave out a middle name.
 * @param written the credit in the copy
 */
export const otherCredit = (
  written: string,
  { credit, makers = [], rights }: PictureTexts,
): string | undefined => {
  const inFile = [...makers, credit ?? '', rights ?? '']
    .map(namesIn)
    .filter((one) => one.length > 0);
  const all = inFile.flat();
  if (all.length === 0) return undefined;
  const inCopy = namesIn(written);
  if (inCopy.length === 0 || scriptOf(inCopy) !== scriptOf(all)) {
    return undefined;
  }
  const agrees =
    inFile.some((names) => names.every((name) => inCopy.includes(name))) ||
    inCopy.every((name) => all.includes(name));
  return agrees ? undefined : credit;
};
