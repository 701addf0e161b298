/** A line without words: blank, or the mark of a quotation alone. */
const isBlank = (line: string | undefined): boolean => line === undefined || /^[\s>]*$/.test(line);

/**
 * Markdown without a picture that could not be had. Its neighbours in a gallery stay a gallery, and its caption stays as
 * words.
 * @param pattern finds the picture
 * @param words its caption as Markdown; empty if it has none
 */
export const withoutPicture = (markdown: string, pattern: RegExp, words: string): string => {
  const lines = markdown.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (!pattern.test(line)) continue;
    const rest = line.replace(pattern, '');
    const isAlone = isBlank(rest) && !(isBlank(lines[at - 1]) && isBlank(lines[at + 1]));
    if (!isAlone) {
      lines[at] = line.replace(pattern, () => words);
      // Two spaces at the end of a line would break it.
      if (words === '') lines[at] = (lines[at] ?? '').trimEnd();
    } else if (words === '') lines.splice(at, 1);
    else {
      let end = at + 1;
      while (!isBlank(lines[end])) end += 1;
      lines.splice(
        end,
        0,
        rest.trimEnd(),
        rest.trimEnd() + (/>$/.test(rest.trimEnd()) ? ' ' : '') + words,
      );
      lines.splice(at, 1);
    }
    // A break that nothing follows would be read as a backslash.
    const before = lines[at - 1];
    if (isAlone && before !== undefined && isBlank(lines[at]))
      lines[at - 1] = before.replace(/(^|[^\\])\\$/, '$1');
  }
  return lines.join('\n');
};
