import { type Mistake, mistakesAsText } from '../copy/mistakes.ts';

/** Prints all mistakes in one block and ends the process. */
export const stopAt = (mistakes: readonly Mistake[]): never => {
  console.error(`\n${mistakesAsText([...mistakes])}\n`);
  return process.exit(1);
};
