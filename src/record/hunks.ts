import { diffArrays } from 'diff';
import type { Block } from './body-blocks.ts';
import { blockKey } from './words.ts';

/** Blocks in a place where two versions differ. */
export interface Hunk {
  before: Block[];
  now: Block[];
}

/** More differences than this in one text are not looked for: it is another one. */
const mostEdits = 1000;

/** Where two versions are the same, and where they differ. */
export const hunksOf = (before: readonly Block[], now: readonly Block[]): (Hunk | Block[])[] => {
  const changes = diffArrays(before.map(blockKey), now.map(blockKey), {
    maxEditLength: mostEdits,
  });
  // Nothing that both have was found in time.
  if (!changes) return [{ before: [...before], now: [...now] }];
  const hunks: (Hunk | Block[])[] = [];
  let [atBefore, atNow] = [0, 0];
  for (const { added, removed, count } of changes) {
    const last = hunks.at(-1);
    const isOpen = last !== undefined && !Array.isArray(last);
    const hunk: Hunk = isOpen ? last : { before: [], now: [] };
    if (added || removed) {
      if (!isOpen) hunks.push(hunk);
      if (added) hunk.now.push(...now.slice(atNow, (atNow += count)));
      else hunk.before.push(...before.slice(atBefore, (atBefore += count)));
      continue;
    }
    hunks.push(now.slice(atNow, atNow + count));
    atBefore += count;
    atNow += count;
  }
  return hunks;
};
