import { userInfo } from 'node:os';
import type { DeskFolder } from './desk-folder.ts';
import { gitIn } from './git.ts';
import type { ServedPaper } from './gitea-api.ts';

const loginHere = (): string => {
  try {
    return userInfo().username;
  } catch {
    // A container may run as a user without a name.
    return 'editor';
  }
};

/** The branch, and whoever sits at this machine, as far as git knows. */
export const knownToGit = async ({
  paperDir,
}: DeskFolder): Promise<Pick<ServedPaper, 'branch' | 'person'>> => {
  const git = gitIn(paperDir);
  const [branch, name, email] = await Promise.all(
    [
      ['symbolic-ref', '--short', '-q', 'HEAD'],
      ['config', '--get', 'user.name'],
      ['config', '--get', 'user.email'],
    ].map(async (args) => (await git(args)).out.trim()),
  );
  const login = loginHere();
  return { branch: branch || 'main', person: { login, name: name || login, email: email ?? '' } };
};
