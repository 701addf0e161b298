import { parseArgs } from 'node:util';
import { type Mistake, shown } from '../copy/mistakes.ts';

/** What `npm run build -- …` may say. */
export const buildUsage = [
  'npm run build                                  builds the paper that readers see, into dist/',
  'npm run build -- --watch                       builds it, and again whenever a file of the paper is saved',
  'npm run build -- --with-drafts                 builds it with drafts and all that is held back, for the newsroom, into dist-drafts/',
  'npm run build -- --with-drafts --at MOMENT     the same, as it would be at a moment: 2026-12-24T18:00:00+02:00',
  '',
  'Everything else is set with environment variables: docs/publishers/switches.md.',
].join('\n');

/** What a build is asked to do. */
export interface BuildOptions {
  help: boolean;
  withDrafts: boolean;
  /** Whether it stays, and builds again after each change. */
  watch: boolean;
  /** The edition's moment in whole seconds since 1970, if it was named. */
  seconds: number | undefined;
  mistakes: Mistake[];
}

const none = { help: false, withDrafts: false, watch: false, seconds: undefined };

/** Reads what follows `npm run build --`. */
export const readBuildOptions = async (args: readonly string[]): Promise<BuildOptions> => {
  const mistake = (field: string, found: string, expected: string, fix: string): BuildOptions => ({
    ...none,
    mistakes: [{ file: 'command line', field, found, expected, fix }],
  });
  const { values, tokens } = parseArgs({
    args: [...args],
    options: {
      'with-drafts': { type: 'boolean' },
      watch: { type: 'boolean' },
      at: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    strict: false,
    tokens: true,
  });
  const unknown = tokens.find(
    (token) =>
      token.kind !== 'option' || !['with-drafts', 'watch', 'at', 'help'].includes(token.name),
  );
  if (unknown) {
    const word = args[unknown.index] ?? '';
    return mistake(
      word,
      'an option that a build does not have',
      '--with-drafts, --watch, --at or nothing',
      'Leave it out; `npm run build -- --help` lists what there is.',
    );
  }
  if (values.help === true) return { ...none, help: true, mistakes: [] };
  const withDrafts = values['with-drafts'] === true;
  const watch = values.watch === true;
  const { at } = values;
  if (at === undefined) return { ...none, withDrafts, watch, mistakes: [] };
  if (!withDrafts) {
    // Into the public folder, it would print every story that is scheduled until then.
    return mistake(
      '--at',
      'no --with-drafts beside it',
      '--with-drafts --at MOMENT',
      'Add --with-drafts. The paper that readers see is always printed as of now: at another moment it would give away what is still held back.',
    );
  }
  // Only here: loading what reads values takes longer than starting a build.
  const { moment } = await import('../schemas/values.ts');
  const read = moment.safeParse(at);
  if (!read.success) {
    return mistake(
      '--at',
      shown(at === true ? undefined : at),
      'a date and time with its UTC offset, such as 2026-12-24T18:00:00+02:00',
      'Write the date, a T, the time and the offset (+02:00; Z for UTC).',
    );
  }
  return {
    help: false,
    withDrafts,
    watch,
    seconds: Math.floor(Date.parse(read.data) / 1000),
    mistakes: [],
  };
};
