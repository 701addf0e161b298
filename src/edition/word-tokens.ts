/** Characters of a text that are read: news says first what it is about. */
const longestText = 40_000;

/** Anything longer is not a word but an address, a key or a cat on the keyboard. */
const longestTerm = 40;

/** Scripts without spaces between words. (Korean has them.) */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Letters with their marks (Arabic, Hindi), digits, and the joiners that Persian writes inside words. */
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*/gu;

const webAddress = /(?:https?:\/\/|www\.)[\w\-.~:/?#@!$&*+,;=%]+/gi;
const linkTarget = /\]\([^()\n]*\)/g;
const tag = /<[^<>]*>/g;
const apostrophe = /['’ʼ]/g;
const invisible = /[\u00AD\u2060\uFEFF]/g;

/**
 * Splits a text into its words, in order and with repetitions: NFKC, in lower case, without Markdown syntax, link
 * targets, web addresses and tags. An apostrophe ends a word, so that “Kyiv’s” matches “Kyiv”, and “l’Ukraine”
 * matches “Ukraine”.
 *
 * Text in a script without spaces is split by `Intl.Segmenter` (UAX #29 with its dictionaries), line by line,
 * because its time grows faster than the length of the text. Elsewhere a pattern finds the same
 * words in half the time.
 * @param language a BCP 47 tag; decides lower case (Turkish) and is passed to the segmenter
 */
export const createTokenizer = (language: string): ((markdown: string) => string[]) => {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });

  const segmented = (text: string): string[] => {
    const found: string[] = [];
    for (const line of text.split('\n')) {
      for (const { segment, isWordLike } of segmenter.segment(line)) {
        if (isWordLike) found.push(segment);
      }
    }
    return found;
  };

  return (markdown) => {
    const text = markdown
      .slice(0, longestText)
      .replace(webAddress, ' ')
      .replace(linkTarget, '] ')
      .replace(tag, ' ')
      .replace(invisible, '')
      .replace(apostrophe, ' ')
      .normalize('NFKC')
      .toLocaleLowerCase(language);
    const found = unspaced.test(text) ? segmented(text) : (text.match(word) ?? []);
    return found.filter((term) => term.length <= longestTerm);
  };
};
