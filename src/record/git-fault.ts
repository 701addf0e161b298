import type { GitError } from './git.ts';
import type { NoRecord } from './source.ts';

/** What helps wherever the history cannot be had. */
export const whereItIs =
  'Run `npm run record` where the whole history is at hand, and commit the folder that it writes.';

/** The fault of a history that cannot be read. */
export const noRecord = (found: string, fix: string): NoRecord => ({
  found,
  expected: 'a git repository with the whole history of the copy, or a folder `record`',
  fix,
});

/** The same, in the words of git. */
export const gitFault = ({ isMissing, message }: GitError): NoRecord =>
  isMissing
    ? noRecord('no git on this machine', `Install git. Or: ${whereItIs}`)
    : noRecord(
        `a history that git cannot read: ${message}`,
        `Put the copy under version control, or mend what git says. Or: ${whereItIs}`,
      );
