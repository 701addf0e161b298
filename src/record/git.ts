import { spawnSync } from 'node:child_process';

/** Git could not say what was asked. */
export class GitError extends Error {
  /** Whether there is no git on this machine. */
  readonly isMissing: boolean;

  constructor(message: string, isMissing = false) {
    super(message);
    this.isMissing = isMissing;
  }
}

/** Settings of the user that would change what git prints. */
const plain = [
  'core.quotepath=off',
  'log.showRoot=true',
  'log.showSignature=false',
  'diff.renameLimit=2000',
];

/** What a hook of git sets, which is about another folder. Other settings, such as `safe.directory`, stay. */
const ofHooks =
  /^GIT_(?:(?:COMMON_)?DIR|WORK_TREE|IMPLICIT_WORK_TREE|INDEX_FILE|PREFIX|INTERNAL_\w+|NAMESPACE|QUARANTINE_PATH|\w*OBJECT_DIRECTOR(?:Y|IES)|(?:GRAFT|SHALLOW)_FILE|\w+_PATHSPECS)$/;

const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofHooks.test(name))),
  LC_ALL: 'C',
  // The history is what the author committed, and nothing is written while it is read.
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
});

/**
 * Runs git.
 * @param folder where it looks for a repository
 * @param input what it reads
 * @throws {GitError} if it fails, with what it said
 */
export const git = (folder: string, args: readonly string[], input?: string): Buffer => {
  const settings = plain.flatMap((setting) => ['-c', setting]);
  const { error, status, stdout, stderr } = spawnSync('git', [...settings, ...args], {
    cwd: folder,
    env: environment(),
    maxBuffer: Infinity,
    ...(input === undefined ? {} : { input }),
  });
  if (error) throw new GitError(error.message, 'code' in error && error.code === 'ENOENT');
  if (status !== 0) throw new GitError(stderr.toString().trim().split('\n')[0] ?? '');
  return stdout;
};

/** How many texts are asked for at once: so many fit into memory, whatever is in them. */
const atOnce = 1000;

/**
 * Reads blobs.
 * @param see called with each text
 * @throws {GitError} if one is not there, as in a partial clone
 */
export const readBlobs = (
  folder: string,
  ids: readonly string[],
  see: (id: string, text: string) => void,
): void => {
  for (let from = 0; from < ids.length; from += atOnce) {
    const asked = ids.slice(from, from + atOnce);
    const answer = git(folder, ['cat-file', '--batch'], asked.map((id) => `${id}\n`).join(''));
    let at = 0;
    for (const id of asked) {
      const end = answer.indexOf('\n', at);
      const [, type, size = ''] = answer.toString('latin1', at, end).split(' ');
      if (type !== 'blob') throw new GitError(`${id} is not in the repository`);
      const length = Number(size);
      see(id, answer.toString('utf8', end + 1, end + 1 + length));
      at = end + 1 + length + 1;
    }
  }
};
