import { type Mistake, mistakesAsText } from '../copy/mistakes.ts';

/** Ends the process with all mistakes in one block. */
export const stopAt = (mistakes: readonly Mistake[]): never => {
  console.error(`\n${mistakesAsText([...mistakes])}\n`);
  return process.exit(1);
};
