/** A character that Markdown may take for more than itself, wherever it stands. */
const anywhere = /\\(?=[!-/:-@[-`{-~]|$)|[`*[\]~]|_|<(?=[A-Za-z/!?])|&(?=#?\w+;)|!$/g;

/** The same where raised words and formulas are marked too, as in comment services. */
const inComments = new RegExp(`${anywhere.source}|[$^]`, 'g');

const isWordAt = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));

/** What would begin a list, a heading, a quotation, a rule or a table, had it the start of a line. */
const atStart = /^(?:[#]{1,6}(?=\s|$)|[-+](?=\s|$|[-+])|[>=|:]|-(?=[|:])|(\d{1,9})([.)])(?=\s|$))/;

/** Words in brackets, such as [sic], are a link only before a bracket or a colon, or where a list of them is kept. */
const bracketed = /\[(?![xX]\])(?=[\p{L}\p{N}])[\p{L}\p{N} .,…;’'–-]{1,60}\](?=[^([:])/gu;

/** Where words stand that are to be escaped. */
export interface Place {
  /** They begin a line. */
  isStart: boolean;
  /** They are in a cell of a table, where a bar would end it. */
  isCell: boolean;
  isHeading: boolean;
  /** They are the words of a link or a picture, in brackets themselves. */
  isLabel: boolean;
  isComment: boolean;
}

/** Escapes words so that Markdown shows each character as it is. */
export const escapeWords = (
  words: string,
  { isStart, isCell, isHeading, isLabel, isComment }: Place,
): string => {
  const plain = new Set<number>();
  for (const { index, 0: all } of isLabel ? [] : words.matchAll(bracketed))
    plain.add(index).add(index + all.length - 1);
  let escaped = words.replaceAll(isComment ? inComments : anywhere, (found, at: number) => {
    if (found === '_' && isWordAt(words, at - 1) && isWordAt(words, at + 1)) return '_';
    if (found === '*' && words[at - 1] === ' ' && words[at + 1] === ' ') return '*';
    return plain.has(at) ? found : `\\${found}`;
  });
  if (isCell) escaped = escaped.replaceAll('|', '\\|');
  if (isHeading) escaped = escaped.replace(/#+$/, (marks) => marks.replaceAll('#', '\\#'));
  if (!isStart) return escaped;
  return escaped.replace(atStart, (found, number: string | undefined, mark: string | undefined) =>
    number === undefined || mark === undefined ? `\\${found}` : `${number}\\${mark}`,
  );
};

/** Escapes every sign, for words that were not read as they should be. */
export const escapeAll = (words: string): string => words.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
