/** The line end that most lines of a text have. */
export const lineEndOf = (text: string): '\r\n' | '\n' => {
  const all = text.split('\n').length - 1;
  const windows = text.split('\r\n').length - 1;
  return windows * 2 > all ? '\r\n' : '\n';
};

/** A text as a text area holds it: every line ends with a line feed alone (HTML, API value). */
export const asTyped = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/** Where in a text the character stands that is number `at` in a text area. */
const placeOf = (text: string, at: number): number => {
  let place = 0;
  for (let seen = 0; seen < at; seen += 1) place += text.startsWith('\r\n', place) ? 2 : 1;
  return place;
};

/** Whether a place is in the middle of a character of two code units. */
const splitsCharacter = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

const sharedStart = (one: string, other: string): number => {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return splitsCharacter(one, length) || splitsCharacter(other, length) ? length - 1 : length;
};

const sharedEnd = (one: string, other: string, start: number): number => {
  const most = Math.min(one.length, other.length) - start;
  let length = 0;
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return splitsCharacter(one, one.length - length) || splitsCharacter(other, other.length - length)
    ? length - 1
    : length;
};

/**
 * Brings what was typed into a text area back into the text that it showed. Only what differs is replaced, so that the
 * lines that nobody touched keep their line ends, which a text area does not know.
 */
export const withTyped = (text: string, typed: string): string => {
  const shown = asTyped(text);
  if (shown === typed) return text;
  const start = sharedStart(shown, typed);
  const end = sharedEnd(shown, typed, start);
  const from = placeOf(text, start);
  const to = from + placeOf(text.slice(from), shown.length - end - start);
  const by = typed.slice(start, typed.length - end).replaceAll('\n', lineEndOf(text));
  return text.slice(0, from) + by + text.slice(to);
};
