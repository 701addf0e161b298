import type { Mistake } from '../../copy/mistakes.ts';
import type { DeskSettings } from '../settings.ts';
import { askWith, inAddress } from './ask.ts';
import { base64Of, isLfsPointer, pictureOf } from './content-bytes.ts';
import { saidIn } from './faults.ts';
import { type Change, type Forge, ForgeError, type ForgeFile } from './forge.ts';
import { giteaTexts } from './gitea-texts.ts';
import { inParallel } from './in-parallel.ts';
import { asReviewed } from './open-reviews.ts';
import { isDeskBranch } from './review-name.ts';
import { type Commit, type Committed, saveIn, type Store } from './save.ts';

interface Tree {
  tree: readonly { path: string; type: string; sha: string; size?: number }[];
  total_count: number;
}

interface Pull {
  number: number;
  html_url: string;
  title: string;
  head: { ref: string; repo_id?: number };
  base: { ref: string; repo_id?: number };
}

/** The most that a page of a tree has, unless an operator allows more. */
const treePage = 1000;

const inGitea = (change: Change): object => {
  const { path, was } = change;
  if ('gone' in change) return { operation: 'delete', path, sha: was };
  const content = base64Of(change.content);
  return was === undefined
    ? { operation: 'create', path, content }
    : { operation: 'update', path, content, sha: was };
};

/**
 * A paper on Gitea (1.24 or newer), Forgejo (12 or newer), or on this machine, through their API v1 (`swagger.v1.json`).
 * @param token made anew for each request, because tokens are renewed
 */
export const giteaForge = (
  { backend, review }: Pick<DeskSettings, 'backend' | 'review'>,
  token: () => Promise<string>,
): Forge => {
  const { branch } = backend;
  const ask = askWith(async () => ({ authorization: `token ${await token()}` }));
  const repo = `${backend.api}/repos/${inAddress(backend.repo)}`;
  const texts = giteaTexts(ask, backend.api, repo);
  let branchOf = new Map<string, string>();

  /** The newest commit of a branch, or undefined. On this machine, there are no commits: its name does. */
  const headOf = async (name: string): Promise<string | undefined> => {
    const address = `${repo}/branches/${inAddress(name)}`;
    const { status, body } = await ask.answer(address, { allow: [404] });
    return status === 404
      ? undefined
      : ((body as { commit: { id: string } | null }).commit?.id ?? name);
  };

  const store: Store = {
    stateOf: async (name, paths) => {
      const head = await headOf(name);
      return head === undefined ? undefined : { head, versions: await texts.versions(paths, head) };
    },

    commit: async ({ branch: name, from, changes, message }: Commit): Promise<Committed> => {
      const { status, body } = await ask.answer(`${repo}/contents`, {
        method: 'POST',
        body: {
          branch: from ?? name,
          ...(from && { new_branch: name }),
          message,
          files: changes.map(inGitea),
        },
        // Gitea answers 422 for another version, 404 for a file that went, and 409 for a race.
        allow: [404, 409, 422],
      });
      if (status < 400) {
        const { files } = body as { files: readonly ({ path: string; sha: string } | null)[] };
        return {
          versions: new Map(files.flatMap((file) => (file ? [[file.path, file.sha]] : []))),
        };
      }
      const { mistakes } = (body ?? {}) as { mistakes?: readonly Mistake[] };
      if (mistakes) throw new ForgeError({ kind: 'mistakes', mistakes });
      return { refused: saidIn(body), status };
    },

    reviews: async () => {
      const pulls = await ask.json<Pull[]>(`${repo}/pulls?state=open&sort=recentupdate&limit=50`);
      const ours = pulls.filter(
        ({ head, base }) =>
          isDeskBranch(head.ref) && base.ref === branch && head.repo_id === base.repo_id,
      );
      return inParallel(ours, async ({ number, html_url, title, head }) => {
        const files = await ask.json<{ filename: string }[]>(
          `${repo}/pulls/${String(number)}/files?limit=50`,
        );
        const paths = files.map(({ filename }) => filename);
        return { url: html_url, branch: head.ref, title, paths };
      });
    },

    ask: async (name, title) => {
      const pull = await ask.json<Pull>(`${repo}/pulls`, {
        method: 'POST',
        body: { base: branch, head: name, title },
      });
      return { url: pull.html_url, branch: name, title, paths: [] };
    },
  };

  const listAt = async (head: string): Promise<ForgeFile[]> => {
    const pageAt = (page: number): Promise<Tree> =>
      ask.json<Tree>(
        `${repo}/git/trees/${encodeURIComponent(head)}?recursive=true&per_page=${String(treePage)}&page=${String(page)}`,
      );
    const first = await pageAt(1);
    const pages = Math.ceil(first.total_count / Math.max(1, first.tree.length));
    const others = Array.from({ length: Math.max(0, pages - 1) }, (_, index) => index + 2);
    return [first, ...(await inParallel(others, pageAt))]
      .flatMap(({ tree }) => tree)
      .filter(({ type }) => type === 'blob')
      .map(({ path, sha, size }) => ({ path, version: sha, ...(size !== undefined && { size }) }));
  };

  return {
    me: async () => {
      const [user, { permissions }] = await Promise.all([
        ask.json<{ login: string; full_name?: string; email?: string }>(`${backend.api}/user`),
        ask.json<{ permissions?: { push: boolean } }>(repo),
      ]);
      const { login, full_name, email } = user;
      const name = full_name || login;
      return { login, name, ...(email && { email }), mayWrite: permissions?.push ?? false };
    },

    list: async (folder) => {
      const head = await headOf(branch);
      if (head === undefined) {
        throw new ForgeError({ kind: 'other', message: `No branch ${branch}` });
      }
      const listed = (await listAt(head)).filter(({ path }) => path.startsWith(folder));
      if (!review) return listed;
      const reviewed = await asReviewed(store, listed, folder, await store.reviews());
      branchOf = reviewed.branchOf;
      return reviewed.files;
    },

    readTexts: (files, progress) =>
      texts.read(files, ({ version }) => branchOf.get(version) ?? branch, progress),

    readBytes: async ({ path, version }) => {
      const at = `${inAddress(path)}?ref=${encodeURIComponent(branchOf.get(version) ?? branch)}`;
      const stored = await ask.bytes(`${repo}/raw/${at}`);
      // Only this call finds what Git LFS keeps elsewhere.
      const bytes =
        stored && isLfsPointer(stored) ? await ask.bytes(`${repo}/media/${at}`) : stored;
      return pictureOf(path, bytes ?? (await texts.blob(version)));
    },

    save: (changes, message) => saveIn(store, { branch, review }, changes, message),

    reviews: () => (review ? store.reviews() : Promise.resolve([])),
  };
};
