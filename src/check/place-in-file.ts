import { readFileSync } from 'node:fs';
import type { Entry } from '../copy/read.ts';

const lines = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** Says where in its file something in a body is: `line 12, column 5`. */
export const placeInFile = (
  { file, body }: Pick<Entry<unknown>, 'file' | 'body'>,
  offset: number,
): string => {
  // How many lines are above the body is not kept, because only mistakes ask for it.
  const above = lines(readFileSync(file, 'utf8')).length - lines(body).length;
  const before = lines(body.slice(0, offset));
  const column = Array.from(before.at(-1) ?? '').length + 1;
  return `line ${String(above + before.length)}, column ${String(column)}`;
};
