import { diffArrays } from 'diff';
import type { Token } from './word-tokens.ts';

/** A stretch of a paragraph. */
export interface Part {
  type: 'same' | 'added' | 'removed';
  text: string;
}

/** More differences than this in one paragraph are not looked for. */
const mostEdits = 600;

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** What two versions have in one place. */
interface Run {
  isSame: boolean;
  before: Token[];
  now: Token[];
}

const runsOf = (before: readonly Token[], now: readonly Token[]): Run[] => {
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key);
  const changes = diffArrays(keys(before), keys(now), { maxEditLength: mostEdits });
  if (!changes) return [{ isSame: false, before: [...before], now: [...now] }];
  const runs: Run[] = [];
  let [atBefore, atNow] = [0, 0];
  for (const { added, removed, count } of changes) {
    const isSame = !added && !removed;
    const last = runs.at(-1);
    const run: Run = last?.isSame === isSame ? last : { isSame, before: [], now: [] };
    if (run !== last) runs.push(run);
    if (!added) run.before.push(...before.slice(atBefore, (atBefore += count)));
    if (!removed) run.now.push(...now.slice(atNow, (atNow += count)));
  }
  return runs;
};

/** One word that stayed between two changes makes the difference harder to read, not easier. */
const isChaff = ({ isSame, now }: Run): boolean =>
  isSame && now.filter(({ isWord }) => isWord).length <= 1;

const withoutChaff = (runs: readonly Run[]): Run[] => {
  const joined: Run[] = [];
  for (const [n, run] of runs.entries()) {
    const last = joined.at(-1);
    const isWithin = n > 0 && n < runs.length - 1;
    if (last && !last.isSame && (!run.isSame || (isWithin && isChaff(run)))) {
      last.before.push(...run.before);
      last.now.push(...run.now);
    } else joined.push({ ...run, before: [...run.before], now: [...run.now] });
  }
  return joined;
};

/** Compares two paragraphs, word by word: what was removed stands before what was put in its place. */
export const wordDifference = (before: readonly Token[], now: readonly Token[]): Part[] =>
  withoutChaff(runsOf(before, now)).flatMap(({ isSame, before: old, now: present }): Part[] =>
    isSame
      ? [{ type: 'same', text: textOf(present) }]
      : [
          ...(old.length > 0 ? [{ type: 'removed' as const, text: textOf(old) }] : []),
          ...(present.length > 0 ? [{ type: 'added' as const, text: textOf(present) }] : []),
        ],
  );
