const graphemes = new Intl.Segmenter();

/** Text on one line, without control characters and spaces at its ends. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/[\uFFFE\uFFFF]/g, '')
    .trim();

const isWithin = (text: string, limit: number): boolean =>
  text.length <= limit || [...graphemes.segment(text)].length <= limit;

/** Text cut after a word, with an ellipsis, so that it has at most this many characters; unchanged if it fits. */
export const cutAtWord = (text: string, limit: number): string => {
  if (isWithin(text, limit)) return text;
  const start = [...graphemes.segment(text)]
    .slice(0, limit - 1)
    .map(({ segment }) => segment)
    .join('');
  // A script without spaces, or one endless word, is cut where it is.
  const words = start.replace(/[\s\p{P}]+\S*$/u, '');
  return `${words.length > start.length / 2 ? words : start}…`;
};

/** As many whole sentences as fit, or the first one cut after a word. */
export const cutAtSentence = (text: string, limit: number, language: string): string => {
  if (isWithin(text, limit)) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(
    text,
  )) {
    if (!isWithin((kept + segment).trim(), limit)) break;
    kept += segment;
  }
  return kept.trim() === '' ? cutAtWord(text, limit) : kept.trim();
};

/** The first sentence of a text, or what fits of it. */
export const firstSentence = (text: string, limit: number, language: string): string => {
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return cutAtWord((first?.segment ?? text).trim(), limit);
};
