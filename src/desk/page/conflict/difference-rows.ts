import { diffLines, diffWordsWithSpace } from 'diff';

/** A piece of a line; marked if the other version does not have it. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

/** A line on each side. A side without one has nothing there. */
export type Row =
  | { name: 'same'; lines: readonly string[] }
  | { name: 'different'; before?: readonly Piece[]; after?: readonly Piece[] };

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');

const wholeLine = (text: string): Piece[] => [{ text, isMarked: true }];

const pairOf = (before: string | undefined, after: string | undefined): Row => {
  if (before === undefined || after === undefined) {
    return {
      name: 'different',
      ...(before !== undefined && { before: wholeLine(before) }),
      ...(after !== undefined && { after: wholeLine(after) }),
    };
  }
  const words = diffWordsWithSpace(before, after);
  const side = (isOther: 'added' | 'removed', isOwn: 'added' | 'removed'): Piece[] =>
    words
      .filter((part) => !part[isOther])
      .map((part) => ({ text: part.value, isMarked: part[isOwn] }));
  return { name: 'different', before: side('added', 'removed'), after: side('removed', 'added') };
};

/** Two versions of a text, line beside line, with the words marked that differ. */
export const differenceRows = (before: string, after: string): Row[] => {
  const rows: Row[] = [];
  const parts = diffLines(before, after);
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part) break;
    if (!part.added && !part.removed) {
      rows.push({ name: 'same', lines: linesOf(part.value) });
      continue;
    }
    const next = parts[index + 1];
    const isPair = part.removed && next?.added === true;
    const old = part.removed ? linesOf(part.value) : [];
    const fresh = isPair ? linesOf(next.value) : part.added ? linesOf(part.value) : [];
    for (let line = 0; line < Math.max(old.length, fresh.length); line += 1) {
      rows.push(pairOf(old[line], fresh[line]));
    }
    if (isPair) index += 1;
  }
  return rows;
};
