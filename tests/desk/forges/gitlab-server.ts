/*
 * A contract: what the desk relies on of GitLab's REST v4 and GraphQL APIs (16 and newer), written from their public
 * documentation over a real git repository. It answers the desk's own queries alone, and is not the live service.
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

interface NewCommit {
  branch: string;
  start_branch?: string;
  commit_message: string;
  actions: {
    action: 'create' | 'update' | 'delete';
    file_path: string;
    content?: string;
    last_commit_id?: string;
  }[];
}

interface NewRequest {
  source_branch: string;
  target_branch: string;
  title: string;
}

export const gitlabClientId = 'desk-of-the-paper';

/** Smaller than the hundred that GitLab allows, so that tests turn pages. */
const pageSize = 3;

const refusal = (status: number, message: string): Reply => ({ status, body: { message } });

const contractOf =
  (repo: string, consent: ConsentTrouble) =>
  (server: ContractServer): Contract => {
    const { repository, trouble } = server;
    const base = `/api/v4/projects/${encodeURIComponent(repo)}`;

    const tree = (query: URLSearchParams): Reply => {
      const folder = query.get('path') ?? '';
      const at = `${query.get('ref') ?? 'main'}:${folder}`;
      if (repository.resolve(at) === undefined) return refusal(404, '404 Tree Not Found');
      const all = repository
        .tree(at, query.get('recursive') === 'true')
        .map(({ path, sha, type, mode }) => ({
          id: sha,
          name: path.slice(path.lastIndexOf('/') + 1),
          type,
          path: folder === '' ? path : `${folder}/${path}`,
          mode,
        }));
      const after = query.get('page_token');
      const from = after === null ? 0 : all.findIndex(({ path }) => path === after) + 1;
      const body = all.slice(from, from + pageSize);
      if (from + pageSize >= all.length) return { body };
      query.set('page_token', body.at(-1)?.path ?? '');
      const next = `${server.origin}${base}/repository/tree?${query.toString()}`;
      return { body, headers: { link: `<${next}>; rel="next"` } };
    };

    /** The first reason why an action cannot be done, in GitLab's words. */
    const objection = ({ actions }: NewCommit, parent: string): string | undefined => {
      for (const { action, file_path, last_commit_id } of actions) {
        const isThere = repository.resolve(`${parent}:${file_path}`) !== undefined;
        if (action === 'create' && isThere) return 'A file with this name already exists';
        if (action !== 'create' && !isThere) return "A file with this name doesn't exist";
        const last = repository.lastCommit(parent, file_path);
        if (last_commit_id !== undefined && last !== last_commit_id) {
          return `You are attempting to ${action} a file that has changed since you started editing it.`;
        }
      }
      return undefined;
    };

    const commit = (call: Call): Reply => {
      const asked = jsonIn(call) as NewCommit;
      const { branch, start_branch, commit_message, actions } = asked;
      if (trouble.refuses) {
        const { status, body } = trouble.refuses;
        delete trouble.refuses;
        return { status, body };
      }
      if (!call.member.mayWrite) return refusal(403, '403 Forbidden');
      if (trouble.protects === branch) {
        return refusal(403, '403 Forbidden - You are not allowed to push into this branch');
      }
      letOthersWrite(server, start_branch ?? branch);
      if (start_branch !== undefined && repository.head(branch) !== undefined) {
        return refusal(400, `A branch called '${branch}' already exists. Switch to that branch.`);
      }
      const parent = repository.head(start_branch ?? branch);
      if (parent === undefined)
        return refusal(400, 'You can only create or edit files when you are on a branch');
      const why = objection(asked, parent);
      if (why !== undefined) return refusal(400, why);
      const id = repository.commit({
        branch,
        parent,
        ...(start_branch === undefined && { expected: parent }),
        files: new Map(
          actions.map(({ action, file_path, content = '' }) => [
            file_path,
            action === 'delete' ? undefined : Buffer.from(content, 'base64'),
          ]),
        ),
        message: commit_message,
        author: call.member,
      });
      return { status: 201, body: { id } };
    };

    const request = ({ number, title, head, base: onto }: OpenRequest): object => ({
      iid: number,
      title,
      web_url: `${server.origin}/${repo}/-/merge_requests/${String(number)}`,
      source_branch: head,
      target_branch: onto,
      source_project_id: 1,
      target_project_id: 1,
    });

    const openRequest = (call: Call): Reply => {
      const { source_branch: head, target_branch, title } = jsonIn(call) as NewRequest;
      const opened = { number: server.requests.length + 1, title, head, base: target_branch };
      server.requests.push(opened);
      return { status: 201, body: request(opened) };
    };

    const graphql = (call: Call): Reply => {
      const { variables } = jsonIn(call) as {
        variables: { project: string; ref: string; paths: string[] };
      };
      if (variables.project !== repo) return { body: { data: { project: null } } };
      const nodes = variables.paths.flatMap((path) => {
        const oid = repository.resolve(`${variables.ref}:${path}`);
        const bytes = oid === undefined ? undefined : repository.blob(oid);
        if (!bytes) return [];
        const isSent = bytes.length <= (trouble.mostInBatch ?? Infinity);
        return [{ path, oid, rawTextBlob: isSent ? bytes.toString() : null }];
      });
      return { body: { data: { project: { repository: { blobs: { nodes } } } } } };
    };

    const file = (path: string, query: URLSearchParams): Reply => {
      const isRaw = path.endsWith('/raw');
      const name = decodeURIComponent(path.replace(/\/raw$/, ''));
      const ref = query.get('ref') ?? 'main';
      const sha = repository.resolve(`${ref}:${name}`);
      const bytes = sha === undefined ? undefined : repository.blob(sha);
      if (!bytes) return refusal(404, '404 File Not Found');
      if (isRaw) return { body: bytes };
      const last_commit_id = repository.lastCommit(ref, name);
      return { body: { file_path: name, blob_id: sha, last_commit_id, ref } };
    };

    const inProject = (call: Call, rest: string): Reply => {
      const { method, query, member } = call;
      if (rest === '') {
        const access_level = member.mayWrite ? 30 : 20;
        return { body: { permissions: { project_access: { access_level }, group_access: null } } };
      }
      if (method === 'POST' && rest === '/repository/commits') return commit(call);
      if (method === 'POST' && rest === '/merge_requests') return openRequest(call);
      if (rest === '/repository/tree') return tree(query);
      if (rest === '/merge_requests') return { body: server.requests.map(request) };
      const [, kind, name = ''] = /^\/repository\/(branches|files|blobs)\/(.+)$/.exec(rest) ?? [];
      if (kind === 'branches') {
        const id = repository.head(decodeURIComponent(name));
        return id === undefined
          ? refusal(404, '404 Branch Not Found')
          : { body: { name, commit: { id } } };
      }
      if (kind === 'files') return file(name, query);
      const bytes = kind === 'blobs' ? repository.blob(name.replace(/\/raw$/, '')) : undefined;
      if (bytes) return { body: bytes };
      const iid = Number(/^\/merge_requests\/(\d+)\/diffs$/.exec(rest)?.[1]);
      const opened = server.requests.find(({ number }) => number === iid);
      if (!opened) return refusal(404, '404 Not Found');
      const changed = repository.changed(opened.base, opened.head);
      return { body: changed.map(({ path }) => ({ new_path: path, old_path: path })) };
    };

    return {
      tokenIn: ({ authorization = '' }) => /^bearer (.+)$/i.exec(authorization)?.[1],
      open: oauthPages(
        server,
        { authorize: '/oauth/authorize', token: '/oauth/token' },
        gitlabClientId,
        consent,
      ),
      refusal,
      limitHeaders: (seconds) => ({
        'ratelimit-remaining': '0',
        'ratelimit-reset': String(Math.ceil(Date.now() / 1000) + seconds),
      }),
      answer: (call) => {
        const { path, member } = call;
        if (path === '/api/graphql') return graphql(call);
        if (path === '/api/v4/user') {
          return { body: { username: member.login, name: member.name, email: member.email } };
        }
        if (path.startsWith(base)) return inProject(call, path.slice(base.length));
        return refusal(404, '404 Not Found');
      },
    };
  };

/** Starts a server that speaks as GitLab does, over a repository. */
export const startGitlabServer = (
  repository: BareRepository,
  members: Readonly<Record<string, Member>>,
  { repo = 'press/paper', consent = {} }: { repo?: string; consent?: ConsentTrouble } = {},
): Promise<ContractServer> => startContractServer(repository, members, contractOf(repo, consent));
