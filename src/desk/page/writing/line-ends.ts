/** The line end that most lines of a text have. */
export const lineEndOf = (text: string): '\r\n' | '\n' => {
  const all = text.split('\n').length - 1;
  const windows = text.split('\r\n').length - 1;
  return windows * 2 > all ? '\r\n' : '\n';
};

/** A text as a text area holds it: every line ends with a line feed alone (HTML, API value). */
export const asTyped = (text: string): string => text.replaceAll(/\r\n?/g, '\n');
