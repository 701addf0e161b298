/*
 * A contract: what the desk relies on of Gitea's API v1 (1.24) and Forgejo's (12), written from their public
 * documentation (`swagger.v1.json`) over a real git repository. It is not the live service.
 */
import type { BareRepository } from './bare-repository.ts';
import {
  type Call,
  type Contract,
  type ContractServer,
  jsonIn,
  letOthersWrite,
  type Member,
  type OpenRequest,
  type Reply,
  startContractServer,
} from './contract-server.ts';
import { type ConsentTrouble, oauthPages } from './oauth-pages.ts';

interface ChangeFiles {
  branch: string;
  new_branch?: string;
  message: string;
  files: {
    operation: 'create' | 'update' | 'delete';
    path: string;
    content?: string;
    sha?: string;
  }[];
}

/** An operator's limits, small enough that tests meet them. */
const limits = { default_paging_num: 3, default_git_trees_per_page: 4 };

export const giteaClientId = 'desk-of-the-paper';

const refusal = (status: number, message: string): Reply => ({ status, body: { message } });

const contractOf =
  (repo: string, isForgejo: boolean, consent: ConsentTrouble) =>
  (server: ContractServer): Contract => {
    const { repository, trouble } = server;
    const base = `/api/v1/repos/${repo}`;

    const entry = (ref: string, path: string): object | null => {
      const sha = repository.resolve(`${ref}:${path}`);
      const bytes = sha === undefined ? undefined : repository.blob(sha);
      if (!bytes) return null;
      const isSent = bytes.length <= (trouble.mostInBatch ?? 10_485_760);
      const content = isSent ? bytes.toString('base64') : null;
      return {
        path,
        sha,
        size: bytes.length,
        type: 'file',
        encoding: isSent ? 'base64' : null,
        content,
      };
    };

    const blob = (sha: string): object | null => {
      const bytes = repository.blob(sha);
      if (!bytes) return null;
      return { sha, size: bytes.length, encoding: 'base64', content: bytes.toString('base64') };
    };

    const tree = (sha: string, query: URLSearchParams): Reply => {
      if (repository.resolve(sha) === undefined) return refusal(404, 'object does not exist');
      const all = repository.tree(sha, query.get('recursive') === 'true');
      const size = Math.min(
        Number(query.get('per_page') ?? 1000),
        limits.default_git_trees_per_page,
      );
      const page = Number(query.get('page') ?? 1);
      const shown = all.slice((page - 1) * size, page * size);
      const truncated = page * size < all.length;
      return { body: { sha, tree: shown, truncated, page, total_count: all.length } };
    };

    const change = (call: Call): Reply => {
      const { branch, new_branch, message, files } = jsonIn(call) as ChangeFiles;
      const to = new_branch ?? branch;
      if (trouble.refuses) {
        const { status, body } = trouble.refuses;
        delete trouble.refuses;
        return { status, body };
      }
      if (!call.member.mayWrite) return refusal(403, 'user should have a permission to write');
      if (trouble.protects === to) return refusal(403, `branch ${to} is protected`);
      letOthersWrite(server, branch);
      const parent = repository.head(branch);
      if (parent === undefined) return refusal(404, 'branch does not exist');
      if (new_branch !== undefined && repository.head(new_branch) !== undefined) {
        return refusal(422, 'branch already exists');
      }
      for (const { operation, path, sha } of files) {
        const there = repository.resolve(`${parent}:${path}`);
        if (operation === 'create' && there !== undefined) {
          return refusal(422, `repository file already exists [path: ${path}]`);
        }
        if (operation !== 'create' && there === undefined) {
          return refusal(404, `repository file does not exist [path: ${path}]`);
        }
        if (operation !== 'create' && there !== sha) {
          return refusal(
            422,
            `sha does not match [given: ${String(sha)}, expected: ${String(there)}]`,
          );
        }
      }
      const made = repository.commit({
        branch: to,
        parent,
        ...(new_branch === undefined && { expected: parent }),
        files: new Map(
          files.map(({ operation, path, content = '' }) => [
            path,
            operation === 'delete' ? undefined : Buffer.from(content, 'base64'),
          ]),
        ),
        message,
        author: call.member,
      });
      if (made === undefined) return refusal(409, 'reference has changed');
      const written = files.map(({ operation, path }) =>
        operation === 'delete' ? null : { path, sha: repository.resolve(`${made}:${path}`) },
      );
      return { status: 201, body: { files: written, commit: { sha: made } } };
    };

    const pull = ({ number, title, head, base: onto }: OpenRequest): object => ({
      number,
      title,
      html_url: `${server.origin}/${repo}/pulls/${String(number)}`,
      head: { ref: head, repo_id: 1 },
      base: { ref: onto, repo_id: 1 },
    });

    const openPull = (call: Call): Reply => {
      const { title, head, base: onto } = jsonIn(call) as OpenRequest;
      if (server.requests.some((one) => one.head === head)) {
        return refusal(409, 'pull request already exists for these targets');
      }
      const opened = { number: server.requests.length + 1, title, head, base: onto };
      server.requests.push(opened);
      return { status: 201, body: pull(opened) };
    };

    const raw = (path: string, query: URLSearchParams): Reply => {
      const sha = repository.resolve(`${query.get('ref') ?? 'main'}:${decodeURIComponent(path)}`);
      const body = sha === undefined ? undefined : repository.blob(sha);
      return body ? { body } : refusal(404, 'object does not exist');
    };

    const inRepository = (call: Call, rest: string): Reply => {
      const { method, query, member } = call;
      const at = (prefix: string): string | undefined =>
        rest.startsWith(prefix) ? rest.slice(prefix.length) : undefined;
      if (rest === '') return { body: { full_name: repo, permissions: { push: member.mayWrite } } };
      if (method === 'POST') {
        if (rest === '/contents') return change(call);
        if (rest === '/pulls') return openPull(call);
        if (rest === '/file-contents' && !isForgejo) {
          const { files } = jsonIn(call) as { files: string[] };
          const ref = query.get('ref') ?? 'main';
          return {
            body: files.slice(0, limits.default_paging_num).map((path) => entry(ref, path)),
          };
        }
      }
      const branch = at('/branches/');
      if (branch !== undefined) {
        const head = repository.head(decodeURIComponent(branch));
        return head === undefined
          ? refusal(404, 'branch does not exist')
          : { body: { name: branch, commit: { id: head } } };
      }
      const treeName = at('/git/trees/');
      if (treeName !== undefined) return tree(decodeURIComponent(treeName), query);
      if (rest === '/git/blobs' && isForgejo) {
        return { body: (query.get('shas') ?? '').split(',').map(blob) };
      }
      const sha = at('/git/blobs/');
      if (sha !== undefined) return { body: blob(sha) };
      const rawPath = at('/raw/') ?? at('/media/');
      if (rawPath !== undefined) return raw(rawPath, query);
      const contents = at('/contents/');
      if (contents !== undefined) {
        const found = entry(query.get('ref') ?? 'main', decodeURIComponent(contents));
        return found ? { body: found } : refusal(404, 'object does not exist');
      }
      if (rest === '/pulls') return { body: server.requests.map(pull) };
      const files = /^\/pulls\/(\d+)\/files$/.exec(rest);
      const request = server.requests.find(({ number }) => number === Number(files?.[1]));
      if (request) {
        const changed = repository.changed(request.base, request.head);
        return { body: changed.map(({ path, status }) => ({ filename: path, status })) };
      }
      return refusal(404, 'Not Found');
    };

    return {
      tokenIn: ({ authorization = '' }) => /^(?:token|bearer) (.+)$/i.exec(authorization)?.[1],
      open: oauthPages(
        server,
        { authorize: '/login/oauth/authorize', token: '/login/oauth/access_token' },
        giteaClientId,
        consent,
      ),
      refusal,
      limitHeaders: (seconds) => ({ 'retry-after': String(seconds) }),
      answer: (call) => {
        const { path, member } = call;
        if (path === '/api/v1/version') {
          return { body: { version: isForgejo ? '12.0.1+gitea-1.22.0' : '1.24.2' } };
        }
        if (path === '/api/v1/settings/api') return { body: limits };
        if (path === '/api/v1/user') {
          return { body: { login: member.login, full_name: member.name, email: member.email } };
        }
        if (path.startsWith(base)) return inRepository(call, path.slice(base.length));
        return refusal(404, 'Not Found');
      },
    };
  };

/** Starts a server that speaks as Gitea or Forgejo do, over a repository. */
export const startGiteaServer = (
  repository: BareRepository,
  members: Readonly<Record<string, Member>>,
  {
    repo = 'press/paper',
    isForgejo = false,
    consent = {},
  }: { repo?: string; isForgejo?: boolean; consent?: ConsentTrouble } = {},
): Promise<ContractServer> =>
  startContractServer(repository, members, contractOf(repo, isForgejo, consent));
