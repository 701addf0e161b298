import type { DeskSettings } from '../settings.ts';
import { askWith, inAddress } from './ask.ts';
import { base64Of, isLfsPointer, pictureOf } from './content-bytes.ts';
import { type Change, type Forge, ForgeError, type Review } from './forge.ts';
import { listOnGithub, readOnGithub, readTextsOnGithub } from './github-files.ts';
import { askGraphql, StaleHeadError } from './graphql.ts';
import { asReviewed } from './open-reviews.ts';
import { isDeskBranch } from './review-name.ts';
import { saveIn, type Store } from './save.ts';

const versionsQuery = (count: number): string => {
  const indices = Array.from({ length: count }, (_, index) => String(index));
  const given = indices.map((index) => `, $p${index}: String!`).join('');
  const fields = indices.map((index) => `f${index}: object(expression: $p${index}) { oid }`);
  return `query ($owner: String!, $name: String!${given}) { repository(owner: $owner, name: $name) { ${fields.join(' ')} } }`;
};

const commitMutation =
  'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }';

const reviewsQuery = `query ($owner: String!, $name: String!, $base: String!) {
  repository(owner: $owner, name: $name) {
    pullRequests(states: OPEN, baseRefName: $base, first: 50, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { url title headRefName isCrossRepository files(first: 100) { nodes { path } } }
    }
  }
}`;

interface OpenPulls {
  repository: {
    pullRequests: {
      nodes: readonly {
        url: string;
        title: string;
        headRefName: string;
        isCrossRepository: boolean;
        files: { nodes: readonly { path: string }[] } | null;
      }[];
    };
  };
}

/** GitHub Enterprise has REST at `/api/v3` and GraphQL at `/api/graphql`. */
const graphqlOf = (api: string): string => `${api.replace(/\/v3$/, '')}/graphql`;

const fileChanges = (changes: readonly Change[]): object => ({
  additions: changes.flatMap((change) =>
    'gone' in change ? [] : [{ path: change.path, contents: base64Of(change.content) }],
  ),
  deletions: changes.flatMap((change) => ('gone' in change ? [{ path: change.path }] : [])),
});

/**
 * A paper on GitHub or GitHub Enterprise, through REST and GraphQL. Commits are made with `createCommitOnBranch`: they are
 * verified, belong to whoever is signed in, and are refused if the branch has moved.
 */
export const githubForge = (
  { backend, review }: Pick<DeskSettings, 'backend' | 'review'>,
  token: () => Promise<string>,
): Forge => {
  const { branch, api } = backend;
  const [owner = '', name = ''] = backend.repo.split('/');
  const repo = `${api}/repos/${inAddress(backend.repo)}`;
  const graphql = graphqlOf(api);
  const variables = { owner, name };
  const ask = askWith(async () => ({
    authorization: `Bearer ${await token()}`,
    'x-github-api-version': '2022-11-28',
  }));

  const headOf = async (of: string): Promise<string | undefined> => {
    const { status, body } = await ask.answer(`${repo}/git/ref/heads/${inAddress(of)}`, {
      // 409: the repository is empty.
      allow: [404, 409],
    });
    return status < 400 ? (body as { object: { sha: string } }).object.sha : undefined;
  };

  const beginBranch = async (name: string, sha: string): Promise<string | undefined> => {
    const { status } = await ask.answer(`${repo}/git/refs`, {
      method: 'POST',
      body: { ref: `refs/heads/${name}`, sha },
      allow: [404, 422],
    });
    if (status === 404) {
      throw new ForgeError({ kind: 'forbidden', message: 'Not Found', why: 'read-only' });
    }
    return status === 422 ? 'Reference already exists' : undefined;
  };

  const store: Store = {
    stateOf: async (of, paths) => {
      const head = await headOf(of);
      if (head === undefined) return undefined;
      // At that very commit: the commit that follows is refused if the branch moves on from it.
      const at = Object.fromEntries(
        paths.map((path, index) => [`p${String(index)}`, `${head}:${path}`]),
      );
      const { repository } = await askGraphql<{
        repository: Record<string, { oid: string } | null>;
      }>(ask, graphql, versionsQuery(paths.length), { ...variables, ...at });
      const versions = paths.flatMap((path, index): [string, string][] => {
        const oid = repository[`f${String(index)}`]?.oid;
        return oid === undefined ? [] : [[path, oid]];
      });
      return { head, versions: new Map(versions) };
    },

    commit: async ({ branch: to, from, changes, message, at }) => {
      if (from !== undefined) {
        const refused = await beginBranch(to, at.head);
        if (refused !== undefined && (await headOf(to)) !== at.head) return { refused };
      }
      const [headline = '', ...rest] = message.split('\n');
      try {
        await askGraphql(ask, graphql, commitMutation, {
          input: {
            branch: { repositoryNameWithOwner: backend.repo, branchName: to },
            message: { headline, body: rest.join('\n').trim() },
            fileChanges: fileChanges(changes),
            expectedHeadOid: at.head,
          },
        });
      } catch (error) {
        if (error instanceof StaleHeadError) return { refused: error.message };
        throw error;
      }
      return { versions: new Map() };
    },

    reviews: async (): Promise<Review[]> => {
      const { repository } = await askGraphql<OpenPulls>(ask, graphql, reviewsQuery, {
        ...variables,
        base: branch,
      });
      return repository.pullRequests.nodes
        .filter((pull) => isDeskBranch(pull.headRefName) && !pull.isCrossRepository)
        .map(({ url, title, headRefName, files }) => ({
          url,
          title,
          branch: headRefName,
          paths: files?.nodes.map(({ path }) => path) ?? [],
        }));
    },

    ask: async (head, title) => {
      const { html_url } = await ask.json<{ html_url: string }>(`${repo}/pulls`, {
        method: 'POST',
        body: { title, head, base: branch },
      });
      return { url: html_url, branch: head, title, paths: [] };
    },
  };

  return {
    me: async () => {
      const [user, { permissions }] = await Promise.all([
        ask.json<{ login: string; name: string | null; email: string | null }>(`${api}/user`),
        ask.json<{ permissions?: { push: boolean } }>(repo),
      ]);
      const { login, email } = user;
      const name = user.name || login;
      return { login, name, ...(email && { email }), mayWrite: permissions?.push ?? false };
    },

    list: async (folder) => {
      const head = await headOf(branch);
      if (head === undefined) {
        throw new ForgeError({ kind: 'other', message: `No branch ${branch}` });
      }
      const files = await listOnGithub(ask, repo, head, folder);
      return review ? (await asReviewed(store, files, folder, await store.reviews())).files : files;
    },

    readTexts: (files, progress) =>
      readTextsOnGithub(ask, { repo, graphql, variables }, files, progress),

    readBytes: async (file) => {
      const bytes = await readOnGithub(ask, repo, file);
      if (isLfsPointer(bytes)) {
        throw new ForgeError({ kind: 'other', message: `${file.path}: Git LFS` });
      }
      return pictureOf(file.path, bytes);
    },

    save: (changes, message) => saveIn(store, { branch, review }, changes, message),

    reviews: () => (review ? store.reviews() : Promise.resolve([])),
  };
};
