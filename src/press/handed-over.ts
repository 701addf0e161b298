import type { BegunPaper } from './begun-paper.ts';

/** Where a paper waits for Astro, which reads its configuration itself, perhaps with modules of its own. */
const waitingRoom = Symbol.for('begunPaper');

type Waiting = Record<symbol, BegunPaper | undefined>;

/** Leaves a paper for Astro to go on with. */
export const leaveForAstro = (begun: BegunPaper): void => {
  (globalThis as unknown as Waiting)[waitingRoom] = begun;
};

/** The paper that was left, if one was. */
export const takeBegun = (): BegunPaper | undefined => {
  const waiting = globalThis as unknown as Waiting;
  const begun = waiting[waitingRoom];
  waiting[waitingRoom] = undefined;
  return begun;
};
