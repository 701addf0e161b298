/** Letters with accents that people leave out when they search. Й and Ї are letters of their own, and stay. */
const accented = /([\p{sc=Latn}\p{sc=Grek}\p{sc=Arab}\p{sc=Hebr}])\p{M}+/gu;

const typed: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

const plain = /^[\0-\x7F]*$/;

/**
 * A text as it is searched: without capitals, accents and the difference between apostrophes, as readers’ search takes it.
 */
export const folded = (text: string): string => {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(accented, '$1')
    .normalize('NFC')
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[\u00AD\u2060\uFEFF]/g, '')
    .replace(/[œæß]/g, (letter) => typed[letter] ?? letter);
};

/** The words of a query, each as it is searched. */
export const wordsAsked = (query: string): string[] => folded(query).split(/\s+/).filter(Boolean);
