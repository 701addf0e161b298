/** What Astro was started to do. `types` is whatever needs the types alone: `astro sync`, and the sync of `astro check`. */
export type Command = 'dev' | 'build' | 'preview' | 'types';

const commands: Record<string, Command> = {
  dev: 'dev',
  build: 'build',
  preview: 'preview',
  sync: 'types',
  check: 'types',
};

/**
 * The command that Astro was started with. Astro tells integrations, but only after it has read the whole configuration,
 * its logger included.
 * @param argv the words of the command line, as `process.argv` has them
 */
export const commandOf = (argv: readonly string[]): Command => {
  const word = argv.slice(2).find((each) => each in commands);
  // Tools that read the configuration for themselves (editors, linters) need no more than types.
  return commands[word ?? ''] ?? 'types';
};
