import type { Entry } from '../copy/read.ts';

const lines = (text: string): string[] => text.split(/\r\n|\n|\r/);

const start = { offset: 0, line: 0, column: 1 };

/**
 * Makes a function that says where in its file something in a body is: `line 12, column 5`. It goes on from the place
 * before, so that thousands of places in order take no longer than the last one.
 */
export const placesInFile = (
  entry: Pick<Entry<unknown>, 'above' | 'body'>,
): ((offset: number) => string) => {
  let last = start;
  return (offset) => {
    const from = offset < last.offset ? start : last;
    const between = lines(entry.body.slice(from.offset, offset));
    const letters = Array.from(between.at(-1) ?? '').length;
    last = {
      offset,
      line: from.line + between.length - 1,
      column: between.length === 1 ? from.column + letters : 1 + letters,
    };
    return `line ${String(entry.above + 1 + last.line)}, column ${String(last.column)}`;
  };
};
