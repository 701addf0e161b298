import { RefusedError } from './answer.ts';
import type { DeskFolder } from './desk-folder.ts';
import { type Git, gitIn } from './git.ts';
import { type PushFailure, pushWords } from './push-words.ts';
import { removeParts } from './remove-parts.ts';
import { type Branch, branchOf } from './unpublished.ts';

/** What publishing came to. */
export interface Published extends Partial<PushFailure> {
  /** The commit that was made; undefined if there was only something left to push. */
  commit: string | undefined;
  isPushed: boolean;
}

/** Who publishes what. */
export interface PublishRequest {
  message: string;
  name: string;
  email: string;
}

const patience = 120_000;

const refused = (why: string, message: string): RefusedError =>
  new RefusedError(409, message, { why });

/** The last lines of what git said, without its hints. */
const lastLines = (said: string): string =>
  said
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('hint:'))
    .slice(-6)
    .join('\n');

const notARepository =
  'The paper’s folder is not in a git repository, so there is nowhere to publish to. Its files are saved.';

const requireBranch = async (git: Git): Promise<Branch & { name: string }> => {
  const branch = await branchOf(git);
  if (!branch) throw refused('no-repository', notARepository);
  const { name } = branch;
  if (name === undefined) {
    throw refused('no-branch', 'The repository is on no branch. Switch to one: git switch main');
  }
  return { ...branch, name };
};

/** Line breaks and angle brackets would end a name in a commit (git-commit, “commit information”). */
const isPlain = (text: string): boolean => text.trim() !== '' && !/[<>\p{Cc}]/u.test(text);

const identityOf = ({ name, email }: PublishRequest): Record<string, string> => {
  if (!isPlain(name) || !isPlain(email) || !email.includes('@')) {
    throw new RefusedError(
      422,
      'Your name and e-mail address go with what you publish: fill both in.',
      {
        why: 'no-identity',
      },
    );
  }
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  };
};

/** @returns the commit's hash, or undefined if nothing has changed */
const commit = async (
  git: Git,
  content: string,
  message: string,
  env: Record<string, string>,
): Promise<string | undefined> => {
  const added = await git(['add', '--all', '--', content]);
  if (!added.ok) throw refused('git', `Git did not take the files. ${lastLines(added.said)}`);
  const { ok: isSame } = await git(['diff', '--cached', '--quiet', '--', content]);
  if (isSame) return undefined;
  if (message === '') throw new RefusedError(422, 'Say in a few words what changed.');
  // With names of files, only these are committed, whatever else somebody has staged.
  const made = await git(['commit', '--quiet', '--file=-', '--', content], {
    input: message,
    env,
    patience,
  });
  if (!made.ok) {
    const why = lastLines(made.said);
    throw refused('git', `Git refused the commit. Your files are saved. It said:\n${why}`);
  }
  return (await git(['rev-parse', 'HEAD'])).out.trim();
};

const push = async (git: Git, { remote, merge }: Branch): Promise<Omit<Published, 'commit'>> => {
  if (remote === undefined || merge === undefined) {
    const message =
      'Kept in the repository of this machine, which is connected to no other. To connect it: git push --set-upstream origin main';
    return { isPushed: false, why: 'no-remote', message };
  }
  const { ok, said } = await git(['push', '--porcelain', remote, `HEAD:${merge}`], { patience });
  if (ok) return { isPushed: true };
  const words = pushWords(said, lastLines(said));
  // So that it is known how much others have pushed.
  if (words.why === 'behind') await git(['fetch', '--quiet', remote], { patience });
  return { isPushed: false, ...words };
};

/**
 * Commits what changed in the content folder, and pushes it to where the branch comes from.
 * @throws {RefusedError} in a sentence, with its reason as `why`: nothing is lost
 */
export const publish = async (
  { paperDir, contentDir, content }: DeskFolder,
  request: PublishRequest,
): Promise<Published> => {
  const git = gitIn(paperDir);
  const branch = await requireBranch(git);
  const identity = identityOf(request);
  const message = request.message.trim();
  removeParts(contentDir);
  const made = await commit(git, content, message, identity);
  if (made === undefined && branch.ahead === 0) {
    throw refused(
      'nothing',
      'There is nothing to publish: nothing has changed since the last time.',
    );
  }
  return { commit: made, ...(await push(git, branch)) };
};

/**
 * Takes over what others have pushed, below what is not pushed yet.
 * @throws {RefusedError} if files are not committed, or both changed the same lines; then all is as before
 */
export const pull = async ({ paperDir }: DeskFolder, identity: PublishRequest): Promise<void> => {
  const git = gitIn(paperDir);
  await requireBranch(git);
  const { out } = await git(['status', '--porcelain', '--untracked-files=no']);
  if (out.trim() !== '') {
    throw refused('not-clean', 'Publish first: files are changed that are not committed yet.');
  }
  const { ok, said } = await git(['pull', '--rebase', '--no-autostash', '--quiet'], {
    env: identityOf(identity),
    patience,
  });
  if (ok) return;
  await git(['rebase', '--abort']);
  throw refused(
    'conflict',
    `What others have published could not be taken over, and all is as before. Ask somebody who knows git. It said:\n${lastLines(said)}`,
  );
};
