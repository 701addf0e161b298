/**
 * What Astro was started to do. `types` covers what needs only the types: `astro sync`, and the sync of `astro check`.
 */
export type Command = 'dev' | 'build' | 'preview' | 'types';

const commands: Record<string, Command> = {
  dev: 'dev',
  build: 'build',
  preview: 'preview',
  sync: 'types',
  check: 'types',
};

/** What asks Astro's `build` for an edition with drafts. No variable of an environment can: one may be set by accident. */
export const draftsFlag = '--with-drafts';

/** What asks `build` to stay after its first edition, and to make others as it is asked to. */
export const stayFlag = '--stay';

/** The exit code of a process that could not make an edition without Astro, and may have left threads behind. */
export const fromTheBeginning = 75;

/**
 * The command that Astro was started with. Astro passes it to integrations, but only after it has read the whole
 * configuration, its logger included.
 * @param argv the command line, as in `process.argv`
 */
export const commandOf = (argv: readonly string[]): Command => {
  const word = argv.slice(2).find((each) => each in commands);
  // Other tools that read the configuration (code editors, linters) need only the types.
  return commands[word ?? ''] ?? 'types';
};
