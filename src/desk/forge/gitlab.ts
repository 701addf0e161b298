import type { DeskSettings } from '../settings.ts';
import { askWith } from './ask.ts';
import { base64Of, pictureOf } from './content-bytes.ts';
import { saidIn } from './faults.ts';
import { type Change, type Forge, ForgeError } from './forge.ts';
import { gitlabFiles } from './gitlab-files.ts';
import { inParallel } from './in-parallel.ts';
import { asReviewed } from './open-reviews.ts';
import { isDeskBranch } from './review-name.ts';
import { saveIn, type Store } from './save.ts';

interface Project {
  permissions?: Record<
    'project_access' | 'group_access',
    { access_level: number } | null | undefined
  >;
}

interface MergeRequest {
  iid: number;
  web_url: string;
  title: string;
  source_branch: string;
  source_project_id: number;
  target_project_id: number;
}

/** Developers and up may push. */
const developer = 30;

/** The last commit of each file that is replaced, which GitLab compares; undefined if one changed meanwhile. */
type LastCommits = ReadonlyMap<string, string>;

const actionFor = (change: Change, lastCommits: LastCommits): object => {
  const { path: file_path, was } = change;
  const last = { last_commit_id: lastCommits.get(file_path) };
  if ('gone' in change) return { action: 'delete', file_path, ...last };
  const content = { content: base64Of(change.content), encoding: 'base64' };
  return was === undefined
    ? { action: 'create', file_path, ...content }
    : { action: 'update', file_path, ...content, ...last };
};

/** A paper on GitLab (16 or newer), through REST v4 and GraphQL. */
export const gitlabForge = (
  { backend, review }: Pick<DeskSettings, 'backend' | 'review'>,
  token: () => Promise<string>,
): Forge => {
  const { branch, api } = backend;
  const project = `${api}/projects/${encodeURIComponent(backend.repo)}`;
  const ask = askWith(async () => ({ authorization: `Bearer ${await token()}` }));
  const files = gitlabFiles(ask, api, backend.repo);
  let branchOf = new Map<string, string>();

  const headOf = async (name: string): Promise<string | undefined> => {
    const { status, body } = await ask.answer(
      `${project}/repository/branches/${encodeURIComponent(name)}`,
      { allow: [404] },
    );
    return status === 404 ? undefined : (body as { commit: { id: string } }).commit.id;
  };

  const lastCommitsOf = async (
    changes: readonly Change[],
    head: string,
  ): Promise<LastCommits | undefined> => {
    const replaced = changes.filter(({ was }) => was !== undefined);
    const commits = await inParallel(replaced, async ({ path, was }) => {
      const file = await files.one(path, head);
      return file?.blob_id === was ? file?.last_commit_id : undefined;
    });
    const known = commits.filter((commit) => commit !== undefined);
    if (known.length < commits.length) return undefined;
    return new Map(replaced.map(({ path }, index) => [path, known[index] ?? '']));
  };

  const store: Store = {
    stateOf: async (name, paths) => {
      const head = await headOf(name);
      return head === undefined ? undefined : { head, versions: await files.versions(paths, head) };
    },

    commit: async ({ branch: to, from, changes, message, at }) => {
      const lastCommits = await lastCommitsOf(changes, at.head);
      if (!lastCommits) return { refused: 'A file has changed' };
      const { status, body } = await ask.answer(`${project}/repository/commits`, {
        method: 'POST',
        body: {
          branch: to,
          ...(from !== undefined && { start_branch: from }),
          commit_message: message,
          actions: changes.map((change) => actionFor(change, lastCommits)),
        },
        // GitLab answers 400 for a file that changed, went or is there already.
        allow: [400, 404, 409, 422],
      });
      return status < 400 ? { versions: new Map() } : { refused: saidIn(body), status };
    },

    reviews: async () => {
      const query = new URLSearchParams({
        state: 'opened',
        target_branch: branch,
        per_page: '100',
      });
      const requests = await ask.json<MergeRequest[]>(
        `${project}/merge_requests?${query.toString()}`,
      );
      const ours = requests.filter(
        (request) =>
          isDeskBranch(request.source_branch) &&
          request.source_project_id === request.target_project_id,
      );
      return inParallel(ours, async ({ iid, web_url, title, source_branch }) => {
        const diffs = await ask.json<{ new_path: string; old_path: string }[]>(
          `${project}/merge_requests/${String(iid)}/diffs?per_page=100`,
        );
        const paths = [...new Set(diffs.flatMap((diff) => [diff.new_path, diff.old_path]))];
        return { url: web_url, branch: source_branch, title, paths };
      });
    },

    ask: async (source_branch, title) => {
      const { web_url } = await ask.json<MergeRequest>(`${project}/merge_requests`, {
        method: 'POST',
        body: { source_branch, target_branch: branch, title, remove_source_branch: true },
      });
      return { url: web_url, branch: source_branch, title, paths: [] };
    },
  };

  return {
    me: async () => {
      const [user, { permissions }] = await Promise.all([
        ask.json<{ username: string; name: string; email?: string }>(`${api}/user`),
        ask.json<Project>(project),
      ]);
      const { username: login, name, email } = user;
      const levels = [permissions?.project_access, permissions?.group_access].map(
        (access) => access?.access_level ?? 0,
      );
      const mayWrite = Math.max(...levels) >= developer;
      return { login, name: name || login, ...(email && { email }), mayWrite };
    },

    list: async (folder) => {
      const head = await headOf(branch);
      if (head === undefined) {
        throw new ForgeError({ kind: 'other', message: `No branch ${branch}` });
      }
      const listed = await files.list(folder, head);
      if (!review) return listed;
      const reviewed = await asReviewed(store, listed, folder, await store.reviews());
      branchOf = reviewed.branchOf;
      return reviewed.files;
    },

    readTexts: (wanted, progress) =>
      files.read(wanted, ({ version }) => branchOf.get(version) ?? branch, progress),

    readBytes: async (file) =>
      pictureOf(file.path, await files.bytes(file, branchOf.get(file.version) ?? branch)),

    save: (changes, message) => saveIn(store, { branch, review }, changes, message),

    reviews: () => (review ? store.reviews() : Promise.resolve([])),
  };
};
