import type { DeskFolder } from './desk-folder.ts';
import { type Git, gitIn } from './git.ts';

/** A file that differs from what was last committed. */
export interface UnpublishedFile {
  /** From the paper's folder. */
  path: string;
  change: 'added' | 'changed' | 'deleted';
  /** Lines; undefined for a picture. */
  added?: number;
  removed?: number;
}

/** What `GET /desk-api/changes` says. */
export interface Unpublished {
  /** Whether the paper's folder is in a git repository. The rest is only there if it is. */
  isRepository: boolean;
  branch?: string | undefined;
  /** Where it is pushed to: `origin/main`. */
  upstream?: string | undefined;
  /** Commits that are not pushed, and those that others have pushed, as far as this machine knows. */
  ahead?: number;
  behind?: number;
  files: UnpublishedFile[];
}

/** What git knows of the branch that the paper's folder is on. */
export interface Branch {
  name: string | undefined;
  remote: string | undefined;
  /** Its name there: `refs/heads/main`. */
  merge: string | undefined;
  /** Whether it has a commit. */
  hasHead: boolean;
  ahead: number;
  behind: number;
}

const lineOf = async (git: Git, ...args: string[]): Promise<string | undefined> => {
  const { ok, out } = await git(args);
  return ok && out.trim() !== '' ? out.trim() : undefined;
};

/** The branch of a repository, or undefined outside one. */
export const branchOf = async (git: Git): Promise<Branch | undefined> => {
  if ((await lineOf(git, 'rev-parse', '--is-inside-work-tree')) !== 'true') return undefined;
  const name = await lineOf(git, 'symbolic-ref', '--short', '-q', 'HEAD');
  const setting = (key: string): Promise<string | undefined> =>
    name === undefined
      ? Promise.resolve(undefined)
      : lineOf(git, 'config', '--get', `branch.${name}.${key}`);
  const counts = await lineOf(git, 'rev-list', '--left-right', '--count', '@{upstream}...HEAD');
  const [behind = 0, ahead = 0] = (counts ?? '').split(/\s+/).map(Number);
  return {
    name,
    remote: await setting('remote'),
    merge: await setting('merge'),
    hasHead: (await lineOf(git, 'rev-parse', '--verify', '-q', 'HEAD')) !== undefined,
    ahead,
    behind,
  };
};

/** Records that end in NUL. */
const records = (out: string): string[] => out.split('\0').filter((record) => record !== '');

/** Lines added and removed, by path. Of a picture, git prints hyphens. */
const linesIn = async (
  git: Git,
  content: string,
): Promise<ReadonlyMap<string, { added: number; removed: number }>> => {
  const { out } = await git([
    ...['diff', '--numstat', '-z', '--no-renames', '--relative', 'HEAD', '--', content],
  ]);
  return new Map(
    records(out).flatMap((record) => {
      const [added, removed, path] = record.split('\t');
      return path === undefined || added === '-'
        ? []
        : [[path, { added: Number(added), removed: Number(removed) }] as const];
    }),
  );
};

const changeOf = (state: string): UnpublishedFile['change'] => {
  if (state.includes('D')) return 'deleted';
  return /[?A]/.test(state) ? 'added' : 'changed';
};

/** Lists what publishing would commit, with git as far as it can tell without a network. */
export const unpublishedIn = async ({ paperDir, content }: DeskFolder): Promise<Unpublished> => {
  const git = gitIn(paperDir);
  const branch = await branchOf(git);
  if (!branch) return { isRepository: false, files: [] };
  const { out: prefix } = await git(['rev-parse', '--show-prefix']);
  const { out } = await git([
    ...['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--', content],
  ]);
  const lines = branch.hasHead ? await linesIn(git, content) : undefined;
  const { remote, merge } = branch;
  return {
    isRepository: true,
    branch: branch.name,
    upstream: remote && merge && `${remote}/${merge.replace('refs/heads/', '')}`,
    ahead: branch.ahead,
    behind: branch.behind,
    files: records(out).map((record) => {
      // Git names it from the repository's root, which may lie above the paper.
      const path = record.slice(3 + prefix.replace(/\n$/, '').length);
      return { path, change: changeOf(record.slice(0, 2)), ...lines?.get(path) };
    }),
  };
};
