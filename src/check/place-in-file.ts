import { readFileSync } from 'node:fs';
import type { Entry } from '../copy/read.ts';

const lines = (text: string): string[] => text.split(/\r\n|\n|\r/);

const start = { offset: 0, line: 0, column: 1 };

/**
 * Makes a function that says where in its file something in a body is: `line 12, column 5`. It goes on from the place
 * before, so that thousands of places in order take no longer than the last one.
 */
export const placesInFile = ({
  file,
  body,
}: Pick<Entry<unknown>, 'file' | 'body'>): ((offset: number) => string) => {
  let above: number | undefined;
  let last = start;
  return (offset) => {
    // How many lines are above the body is not kept, because only mistakes ask for it.
    above ??= lines(readFileSync(file, 'utf8')).length - lines(body).length + 1;
    const from = offset < last.offset ? start : last;
    const between = lines(body.slice(from.offset, offset));
    const letters = Array.from(between.at(-1) ?? '').length;
    last = {
      offset,
      line: from.line + between.length - 1,
      column: between.length === 1 ? from.column + letters : 1 + letters,
    };
    return `line ${String(above + last.line)}, column ${String(last.column)}`;
  };
};
