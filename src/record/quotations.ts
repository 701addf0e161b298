/** What may close a quotation that a sign opens: signs mean other things in other languages. */
const closers = new Map([
  ['"', '"'],
  ['“', '”'],
  ['”', '”'],
  ['„', '“”'],
  ['‟', '”'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹›'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ["'", "'’"],
  ['‘', '’'],
  ['‚', '‘’'],
]);

/** Signs that open only where a word begins: elsewhere they close, or are apostrophes. */
const atBeginning = /^[”»›'‘]$/;
const single = /^['‘’]$/;
const letter = /^[\p{L}\p{N}]/u;

/**
 * Makes a function that is told the segments of a text, one after the other, and says of each whether it is within
 * quotation marks.
 * @param text all of it
 */
export const followQuotations = (text: string): ((segment: string, at: number) => boolean) => {
  const open: string[] = [];
  const opens = (sign: string, at: number): boolean => {
    if (!closers.has(sign)) return false;
    if (atBeginning.test(sign) && !/(?:^|[\s([{—–"“„«‘‚'])$/u.test(text.slice(0, at))) return false;
    // The apostrophe of ’tis and ’90s opens nothing, so there has to be an end.
    return !single.test(sign) || /['’](?![\p{L}\p{N}])/u.test(text.slice(at + 1));
  };
  return (segment, at) => {
    const isApostrophe = single.test(segment) && letter.test(text.slice(at + segment.length));
    const closed = isApostrophe ? -1 : open.findLastIndex((signs) => signs.includes(segment));
    if (closed >= 0) open.length = closed;
    else if (opens(segment, at)) open.push(closers.get(segment) ?? '');
    return open.length > 0;
  };
};
