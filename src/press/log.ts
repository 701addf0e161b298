import { createProgress } from './progress.ts';

/** The progress of the build that is running in this process. */
export const progress = createProgress({
  write: (text) => process.stdout.write(text),
  isTerminal: process.stdout.isTTY,
  clock: () => performance.now(),
});

/** Astro asks for the writer of its log by a default export. */
// eslint-disable-next-line no-restricted-exports -- Astro looks for it
export default () => ({ write: progress.log });
