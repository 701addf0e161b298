/*
 * A contract: what the desk relies on of GitHub's REST (2022-11-28) and GraphQL APIs, written from their public
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

interface Query {
  query: string;
  variables: Record<string, unknown>;
}

interface CommitInput {
  branch: { repositoryNameWithOwner: string; branchName: string };
  message: { headline: string; body: string };
  fileChanges: {
    additions: { path: string; contents: string }[];
    deletions: { path: string }[];
  };
  expectedHeadOid: string;
}

const refusal = (status: number, message: string): Reply => ({ status, body: { message } });

/** GraphQL refuses with 200. */
const errors = (type: string, message: string): Reply => ({
  body: { data: null, errors: [{ type, message }] },
});

const contractOf =
  (repo: string) =>
  (server: ContractServer): Contract => {
    const { repository, trouble } = server;
    const base = `/repos/${repo}`;
    const pullUrl = (number: number): string => `${server.origin}/${repo}/pull/${String(number)}`;

    const commit = (member: Member, input: CommitInput): Reply => {
      const { branch, message, fileChanges, expectedHeadOid } = input;
      const to = branch.branchName;
      if (!member.mayWrite) {
        return errors('FORBIDDEN', 'Resource not accessible by personal access token');
      }
      if (trouble.protects === to) {
        return errors('UNPROCESSABLE', 'Changes must be made through a pull request.');
      }
      letOthersWrite(server, to);
      const head = repository.head(to);
      if (head !== expectedHeadOid) {
        const message = `Expected branch to point to "${String(head)}" but it did not. Pull and try again.`;
        return errors('STALE_DATA', message);
      }
      const oid = repository.commit({
        branch: to,
        parent: head,
        expected: head,
        files: new Map([
          ...fileChanges.deletions.map(({ path }) => [path, undefined] as const),
          ...fileChanges.additions.map(
            ({ path, contents }) => [path, Buffer.from(contents, 'base64')] as const,
          ),
        ]),
        message: `${message.headline}\n\n${message.body}`.trim(),
        author: member,
      });
      return { body: { data: { createCommitOnBranch: { commit: { oid } } } } };
    };

    const pulls = (onto: unknown): Reply => {
      const nodes = server.requests
        .filter((request) => request.base === onto)
        .map(({ number, title, head, base: from }) => ({
          url: pullUrl(number),
          title,
          headRefName: head,
          isCrossRepository: false,
          files: { nodes: repository.changed(from, head).map(({ path }) => ({ path })) },
        }));
      return { body: { data: { repository: { pullRequests: { nodes } } } } };
    };

    /** `f0: object(oid: "…")` and `f0: object(expression: $p0)` */
    const objects = ({ query, variables }: Query): Reply => {
      const fields = query.matchAll(/(\w+): object\((?:oid: "([^"]+)"|expression: \$(\w+))\)/g);
      const found = [...fields].map(([, name = '', oid, variable]) => {
        const sha = oid ?? repository.resolve(String(variables[variable ?? '']));
        const bytes = sha === undefined ? undefined : repository.blob(sha);
        if (!bytes) return [name, null];
        const most = trouble.mostInBatch ?? 512_000;
        const isTruncated = bytes.length > most;
        return [name, { oid: sha, text: bytes.subarray(0, most).toString(), isTruncated }];
      });
      return { body: { data: { repository: Object.fromEntries(found) as unknown } } };
    };

    const graphql = (call: Call): Reply => {
      const asked = jsonIn(call) as Query;
      const { input, base: onto } = asked.variables;
      if (trouble.refuses && input !== undefined) {
        const { status, body } = trouble.refuses;
        delete trouble.refuses;
        return { status, body };
      }
      if (asked.query.includes('createCommitOnBranch')) {
        return commit(call.member, input as CommitInput);
      }
      return asked.query.includes('pullRequests') ? pulls(onto) : objects(asked);
    };

    const tree = (sha: string, isDeep: boolean): Reply => {
      const whole = repository.tree(sha, isDeep);
      const truncated = isDeep && trouble.truncates === true && whole.length > 5;
      return { body: { sha, tree: truncated ? whole.slice(0, 5) : whole, truncated } };
    };

    const inRepository = (call: Call, rest: string): Reply => {
      const { method, query, member, headers } = call;
      if (rest === '') return { body: { full_name: repo, permissions: { push: member.mayWrite } } };
      if (method === 'POST' && rest === '/git/refs') {
        const { ref, sha } = jsonIn(call) as { ref: string; sha: string };
        if (!member.mayWrite) return refusal(404, 'Not Found');
        const branch = ref.replace(/^refs\/heads\//, '');
        if (repository.head(branch) !== undefined) {
          return refusal(422, 'Reference already exists');
        }
        repository.createBranch(branch, sha);
        return { status: 201, body: { ref, object: { sha } } };
      }
      if (method === 'POST' && rest === '/pulls') {
        const { title, head, base: onto } = jsonIn(call) as OpenRequest;
        const number = server.requests.length + 1;
        server.requests.push({ number, title, head, base: onto });
        return { status: 201, body: { number, html_url: pullUrl(number), title } };
      }
      const [, kind, name = ''] = /^\/git\/(ref\/heads|trees|blobs)\/(.+)$/.exec(rest) ?? [];
      if (kind === 'ref/heads') {
        const sha = repository.head(decodeURIComponent(name));
        return sha === undefined ? refusal(404, 'Not Found') : { body: { object: { sha } } };
      }
      if (kind === 'trees') return tree(name, query.has('recursive'));
      const bytes = kind === 'blobs' ? repository.blob(name) : undefined;
      if (!bytes) return refusal(404, 'Not Found');
      return headers.accept === 'application/vnd.github.raw+json'
        ? { body: bytes }
        : { body: { sha: name, content: bytes.toString('base64'), encoding: 'base64' } };
    };

    return {
      tokenIn: ({ authorization = '' }) => /^(?:token|bearer) (.+)$/i.exec(authorization)?.[1],
      refusal,
      limitHeaders: (seconds) => ({
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + seconds),
      }),
      answer: (call) => {
        const { path, member } = call;
        if (path === '/graphql') return graphql(call);
        if (path === '/user') {
          return { body: { login: member.login, name: member.name, email: member.email } };
        }
        if (path.startsWith(base)) return inRepository(call, path.slice(base.length));
        return refusal(404, 'Not Found');
      },
    };
  };

/** Starts a server that speaks as GitHub does, over a repository. */
export const startGithubServer = (
  repository: BareRepository,
  members: Readonly<Record<string, Member>>,
  repo = 'press/paper',
): Promise<ContractServer> => startContractServer(repository, members, contractOf(repo));
