/**
 * Pagefind takes everything between two spaces for one word, and finds the parts of it only where ASCII punctuation joins
 * them. So what goes into the index is marked where words meet, results are shown without the marks, and a query is
 * taken apart in the same way. All of it depends on the letters, not on the language: any paper may quote another.
 */

/** Two words that stand side by side without a space: “Kyiv–Moscow”. The joiner is not visible. */
const gap = '\u2060 ';

/** A boundary within a word that is also found as a whole: after an Arabic prefix. */
const seam = '^|^';

const invisible = /[\u00AD\u2060\uFEFF]/g;

/** A word that lost its end before a vowel, as in French, Italian and Catalan: l’école, qu’il, dell’arte. */
const elided =
  /(?<![\p{L}\p{M}\p{N}'])(?:[cdjlmnst]|(?:jus|lors|puis|quoi|quel|pres)?qu|[dnsc][aeou]ll|all|un|quest)$/iu;
const vowel = /^h?[aeiouyœæà-öø-ü]/i;

/** Replaces every apostrophe within a word by what `by` makes of the text before and after it. */
const replaceApostrophes = (text: string, by: (before: string, after: string) => string): string =>
  text.replace(/['’ʼ]/g, (mark, at: number) => {
    const [before, after] = [text.slice(Math.max(0, at - 8), at), text.slice(at + 1, at + 3)];
    return /\p{L}\p{M}*$/u.test(before) && /^\p{L}/u.test(after) ? by(before, after) : mark;
  });

/** Joiners (Cf) are spelling; so are the other three marks, in Catalan and Hebrew. */
const punctuation = /[^\p{L}\p{M}\p{N}\p{Cf}\s·׳״]+/gu;
/** ASCII punctuation may stay: Pagefind itself finds NATO-led and 3.14. */
const divides = /[^\0-\x7F]|\//;
const endsInWord = /[\p{L}\p{M}\p{N}]$/u;
const goesOn = /^(?:[\p{L}\p{N}]|$)/u;

/** Where a letter of a script without spaces meets another letter or digit. */
const unspaced =
  '[ー\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]';
const hasUnspaced = new RegExp(unspaced, 'u');
const besideUnspaced = new RegExp(
  `(?<=[\\p{L}\\p{M}\\p{N}])(?=(?!\\p{M})${unspaced})|(?<=${unspaced}\\p{M}{0,9})(?=[\\p{L}\\p{N}])`,
  'gu',
);

/** The Arabic article and what is written in one word with it: and, so, by, like, to. */
const article = /(?<![\p{L}\p{M}~])[وف]?(?:[بك]?ال|لل)(?=\p{L}{3})/gu;
/** “To” and the article are written as “to” and a word that begins with the same letter: to Lebanon. */
const arabicToL = /(?<![\p{L}\p{M}])([وف]?ل)(ل\p{L}{3,40})(?![\p{L}\p{M}])/gu;
const arabicTo = /(?<![\p{L}\p{M}~])[وف]?ل(?=(?!ل)\p{L}{3})/gu;

/** Letters that many keyboards lack, in a word of a length that words have. */
const rare = /[œæß]/gi;
const hasRare = /[œæß]/i;
const withRare = /[\p{L}\p{M}]{0,40}[œæß][\p{L}\p{M}]{0,40}/giu;
const typed: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** Letters that are set as one, as text from a PDF has them: ﬁnance. */
const ligatures = /[\uFB00-\uFB06]/g;

const apart = (written: string): string => {
  const spelled = written
    .normalize()
    .replace(invisible, '')
    .replace(ligatures, (letters) => letters.normalize('NFKC'));
  const text = replaceApostrophes(spelled, (before, after) =>
    elided.test(before) && vowel.test(after) ? `'${gap}` : "'",
  ).replace(/\u200B+/g, gap);
  const spaced = text.replace(punctuation, (marks, at: number) => {
    const end = at + marks.length;
    return divides.test(marks) &&
      endsInWord.test(text.slice(at - 2, at)) &&
      goesOn.test(text.slice(end, end + 2))
      ? marks + gap
      : marks;
  });
  return hasUnspaced.test(spaced) ? spaced.replace(besideUnspaced, gap) : spaced;
};

/** A text as it goes into the index: with the marks that `shown` removes. */
export const indexed = (text: string): string => {
  let marked = apart(text);
  if (/[\u0600-\u06FF]/.test(marked)) {
    marked = marked
      .replace(arabicToL, '$1$2^~$2~^')
      .replace(article, `$&${seam}`)
      .replace(arabicTo, `$&${seam}`);
  }
  // As readers would type it: a part of the same word.
  return hasRare.test(marked)
    ? marked.replace(
        withRare,
        (word) => `${word}^~${word.replace(rare, (letter) => typed[letter.toLowerCase()] ?? '')}~^`,
      )
    : marked;
};

/** A text from the index as readers see it, with typographic apostrophes. `<mark>` around its words stays. */
export const shown = (text: string): string =>
  replaceApostrophes(
    text
      .replace(/\^~[^\s~]+~\^|\^\|\^/g, '')
      .replace(/\u2060<\/mark> <mark>/g, '')
      .replace(/\u2060(<\/mark>)? ?/g, '$1'),
    () => '’',
  );

/** What to ask the index for a reader's words. What is elided, or the Arabic article, does not narrow a search. */
export const asked = (query: string): string =>
  apart(query)
    .replace(/\S+'\u2060 /g, '')
    .replaceAll(gap, ' ')
    .replace(article, '')
    .trim();
