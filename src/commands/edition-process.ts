import { fromTheBeginning } from '../astro/command.ts';
import { runChild } from './child-process.ts';

/** The scripts of the process that makes an edition: the usual one, and that of Astro alone. Both take the same arguments. */
export const editionScript = 'src/press/build-edition.ts';
export const astroScript = 'src/astro/bin/astro.mjs';

/**
 * Builds a paper in a process of its own.
 * @param args what Astro's `build` would be given
 * @param killed called with the signal that has ended it, if one has
 * @returns its exit code
 */
export const runEdition = async (
  args: string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  killed?: (signal: NodeJS.Signals) => void,
): Promise<number> => {
  const code = await runChild([editionScript, ...args], env, signal, killed);
  return code === fromTheBeginning ? runChild([astroScript, ...args], env, signal, killed) : code;
};
