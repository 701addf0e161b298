import { type Mistake, mistakesAsText } from '../copy/mistakes.ts';

/** Prints all mistakes in one block. */
export const sayMistakes = (mistakes: readonly Mistake[]): void => {
  console.error(`\n${mistakesAsText([...mistakes])}\n`);
};

/** Prints all mistakes in one block and ends the process. */
export const stopAt = (mistakes: readonly Mistake[]): never => {
  sayMistakes(mistakes);
  return process.exit(1);
};
