const graphemes = new Intl.Segmenter();

/** How many code units a character of copy may have on average: see `line` in src/schemas/values.ts. */
const unitsPerCharacter = 8;

/** Control characters, and such as turn the direction of what follows or stand for no character at all. */
const unseen = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/**
 * A text of a picture's file as one line that a field of copy takes.
 * @param most the field's limit, in characters; what is longer is cut
 * @returns nothing for a text in an unknown encoding: it would be wrong in every accent
 */
export const cleanLine = (text: string, most: number): string => {
  if (text.includes('\uFFFD')) return '';
  const line = text
    .slice(0, most * unitsPerCharacter * 2)
    .replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(unseen, '')
    .trim();
  if (/^[\s\p{Cf}]*$/u.test(line)) return '';
  if (line.length <= most) return line;
  const characters: string[] = [];
  let units = 0;
  for (const { segment } of graphemes.segment(line)) {
    units += segment.length;
    if (units >= most * unitsPerCharacter || characters.length > most) break;
    characters.push(segment);
  }
  const kept = characters.join('');
  return kept === line && characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};
