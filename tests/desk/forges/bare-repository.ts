import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file or folder of a commit. */
export interface TreeEntry {
  path: string;
  mode: string;
  type: 'blob' | 'tree';
  sha: string;
  size?: number;
}

export interface Signature {
  name: string;
  email: string;
}

/** A commit to make. `undefined` deletes a file. */
export interface NewCommit {
  branch: string;
  /** The commit that it follows; none for the first. */
  parent?: string;
  files: ReadonlyMap<string, string | Uint8Array | undefined>;
  message: string;
  author: Signature;
  /** Where the branch must still be: `parent`, unless the branch is new. */
  expected?: string;
}

/** A real bare git repository, in a folder of its own. */
export interface BareRepository {
  /** Its folder, to look at with git. */
  dir: string;
  head: (branch: string) => string | undefined;
  /** What a branch, commit or path in one (`main:content`) is; undefined if it is not there. */
  resolve: (name: string) => string | undefined;
  branches: () => string[];
  tree: (name: string, isDeep: boolean) => TreeEntry[];
  blob: (sha: string) => Buffer | undefined;
  /** @returns the new commit, or undefined if the branch has moved */
  commit: (commit: NewCommit) => string | undefined;
  createBranch: (branch: string, at: string) => boolean;
  /** The last commit that changed a path. */
  lastCommit: (at: string, path: string) => string | undefined;
  /** Paths that differ between where two commits parted and the second. */
  changed: (base: string, head: string) => { path: string; status: string }[];
  /** Any git command's output. */
  git: (...args: string[]) => string;
  remove: () => void;
}

const nobody = '0'.repeat(40);

/** Makes a repository whose branch `main` has these files. */
export const createBareRepository = (
  files: Readonly<Record<string, string | Uint8Array>>,
): BareRepository => {
  const dir = mkdtempSync(join(tmpdir(), 'contract-'));
  const run = (args: readonly string[], input?: string | Uint8Array, env = {}): Buffer =>
    execFileSync('git', args, {
      cwd: dir,
      input,
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer: 1_000_000_000,
      env: {
        PATH: process.env['PATH'],
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_DIR: dir,
        ...env,
      },
    });
  const said = (...args: string[]): string => run(args).toString().trimEnd();
  const perhaps = (...args: string[]): string | undefined => {
    try {
      return said(...args) || undefined;
    } catch {
      return undefined;
    }
  };
  run(['init', '--quiet', '--bare', '--initial-branch=main', '.']);

  const createBranch = (branch: string, at: string, before = nobody): boolean =>
    perhaps('update-ref', `refs/heads/${branch}`, at, before) !== undefined ||
    perhaps('rev-parse', `refs/heads/${branch}`) === at;

  const commit: BareRepository['commit'] = ({
    branch,
    parent,
    files: changes,
    message,
    author,
    expected,
  }) => {
    const index = { GIT_INDEX_FILE: join(dir, 'contract-index') };
    run(parent === undefined ? ['read-tree', '--empty'] : ['read-tree', parent], undefined, index);
    const lines = [...changes].map(([path, content]) => {
      if (content === undefined) return `0 ${nobody}\t${path}\0`;
      const sha = run(['hash-object', '-w', '--stdin'], content).toString().trim();
      return `100644 ${sha}\t${path}\0`;
    });
    run(['update-index', '-z', '--index-info'], lines.join(''), index);
    const tree = run(['write-tree'], undefined, index).toString().trim();
    const made = run(
      ['commit-tree', tree, ...(parent === undefined ? [] : ['-p', parent])],
      message,
      {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_COMMITTER_NAME: author.name,
        GIT_COMMITTER_EMAIL: author.email,
      },
    )
      .toString()
      .trim();
    return createBranch(branch, made, expected) ? made : undefined;
  };

  // One process for the whole paper, however large it is.
  const stream = Object.entries(files).flatMap(([path, content]) => {
    const bytes = Buffer.from(content);
    return [`M 100644 inline ${JSON.stringify(path)}\ndata ${String(bytes.length)}\n`, bytes, '\n'];
  });
  const head =
    'commit refs/heads/main\ncommitter First Edition <first@paper.example> 1767225600 +0000\ndata 0\n';
  run(
    ['fast-import', '--quiet'],
    Buffer.concat([head, ...stream].map((part) => Buffer.from(part))),
  );

  const blobs = new Map<string, Buffer>();
  const readBlobs = (): void => {
    const all = run(['cat-file', '--batch-all-objects', '--batch']);
    for (let at = 0; at < all.length;) {
      const end = all.indexOf('\n', at);
      const [sha = '', type, size] = all.toString('utf8', at, end).split(' ');
      const after = end + 1 + Number(size);
      if (type === 'blob') blobs.set(sha, all.subarray(end + 1, after));
      at = after + 1;
    }
  };

  const pathsOf = new Map<string, Map<string, string>>();
  const resolve = (name: string): string | undefined => {
    const [, at, path] = /^([^:]+):(.+)$/s.exec(name) ?? [];
    if (at === undefined || path === undefined) {
      return perhaps('rev-parse', '--verify', '--quiet', name);
    }
    const commit = /^[0-9a-f]{40}$/.test(at) ? at : resolve(at);
    if (commit === undefined) return undefined;
    const known =
      pathsOf.get(commit) ?? new Map(tree(commit, true).map((entry) => [entry.path, entry.sha]));
    pathsOf.set(commit, known);
    return known.get(path);
  };

  const tree: BareRepository['tree'] = (name, isDeep) =>
    said('ls-tree', '-z', '-l', ...(isDeep ? ['-r', '-t'] : []), name)
      .split('\0')
      .filter((line) => line !== '')
      .map((line) => {
        const [about = '', path = ''] = line.split('\t');
        const [mode = '', type, sha = '', size] = about.split(/ +/);
        return {
          path,
          mode,
          type: type === 'tree' ? 'tree' : 'blob',
          sha,
          ...(type === 'blob' && { size: Number(size) }),
        };
      });

  return {
    dir,
    head: (branch) => perhaps('rev-parse', '--verify', '--quiet', `refs/heads/${branch}`),
    resolve,
    branches: () => said('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n'),
    tree,
    blob: (sha) => {
      if (!blobs.has(sha)) readBlobs();
      return blobs.get(sha);
    },
    commit,
    createBranch,
    lastCommit: (at, path) => perhaps('log', '-1', '--format=%H', at, '--', path),
    changed: (base, head) =>
      (perhaps('diff', '--name-status', '--no-renames', '-z', `${base}...${head}`) ?? '')
        .split('\0')
        .flatMap((status, index, all) =>
          index % 2 === 0 && status !== '' ? [{ status, path: all[index + 1] ?? '' }] : [],
        ),
    git: said,
    remove: () => {
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
