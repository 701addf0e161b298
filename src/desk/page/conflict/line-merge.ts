import { diffArrays } from 'diff';

/** Lines of a text that another version replaced. */
interface Hunk {
  /** Indexes of lines in the base; the same twice for an insertion. */
  from: number;
  to: number;
  lines: readonly string[];
}

const hunksOf = (base: readonly string[], other: readonly string[]): Hunk[] => {
  const hunks: Hunk[] = [];
  let place = 0;
  let isOpen = false;
  for (const { added, removed, value } of diffArrays([...base], [...other])) {
    if (!added && !removed) {
      place += value.length;
      isOpen = false;
      continue;
    }
    const last = isOpen ? hunks.pop() : undefined;
    const { from, lines } = last ?? { from: place, lines: [] };
    if (removed) place += value.length;
    hunks.push({ from, to: place, lines: added ? [...lines, ...value] : lines });
    isOpen = true;
  }
  return hunks;
};

/** Whether two changes touch: they share a line, or one begins where the other ends. */
const touch = (one: Hunk, other: Hunk): boolean => one.from <= other.to && other.from <= one.to;

const isSame = (one: Hunk, other: Hunk): boolean =>
  one.from === other.from && one.to === other.to && one.lines.join('\n') === other.lines.join('\n');

/**
 * Puts two versions of a text together, line by line (diff3).
 * @returns undefined where both changed the same lines, or lines next to each other, in different ways
 */
export const mergedLines = (base: string, mine: string, theirs: string): string | undefined => {
  const lines = base.split('\n');
  const ours = hunksOf(lines, mine.split('\n'));
  const others = hunksOf(lines, theirs.split('\n'));
  const fresh = others.filter((hunk) => !ours.some((own) => isSame(own, hunk)));
  if (fresh.some((hunk) => ours.some((own) => touch(own, hunk)))) return undefined;
  return [...ours, ...fresh]
    .sort((one, other) => other.from - one.from)
    .reduce((all, hunk) => all.toSpliced(hunk.from, hunk.to - hunk.from, ...hunk.lines), lines)
    .join('\n');
};
