import type { Ask } from './ask.ts';
import { isLfsPointer, textOf } from './content-bytes.ts';
import { ForgeError, type ForgeFile } from './forge.ts';
import { askGraphql } from './graphql.ts';
import { inParallel, piecesOf } from './in-parallel.ts';

interface Entry {
  id: string;
  path: string;
  type: 'blob' | 'tree' | 'commit';
}

interface BlobNode {
  path: string;
  oid: string;
  rawTextBlob?: string | null;
}

/** The most that GitLab puts on a page. */
const page = 100;

/** Above so many folders, one deep list is faster than a list of each. */
const fewFolders = 40;

const blobsQuery = (fields: string): string =>
  `query ($project: ID!, $ref: String!, $paths: [String!]!) { project(fullPath: $project) { repository { blobs(ref: $ref, paths: $paths, first: ${String(page)}) { nodes { ${fields} } } } } }`;

/** Lists and reads files on GitLab. */
export const gitlabFiles = (ask: Ask, api: string, repo: string) => {
  const repository = `${api}/projects/${encodeURIComponent(repo)}/repository`;
  const graphql = `${api.replace(/\/v4$/, '')}/graphql`;

  /** All pages of a tree, each of which names the next in its `Link` (keyset paging). */
  const entries = async (path: string, ref: string, isDeep: boolean): Promise<Entry[]> => {
    const query = new URLSearchParams({
      ref,
      path,
      recursive: String(isDeep),
      pagination: 'keyset',
      per_page: String(page),
    });
    const found: Entry[] = [];
    let next: string | undefined = `${repository}/tree?${query.toString()}`;
    while (next !== undefined) {
      const { status, headers, body } = await ask.answer(next, { allow: [404] });
      if (status === 404) return found;
      found.push(...(body as Entry[]));
      const token = /[?&]page_token=([^&>]+)[^>]*>;\s*rel="next"/.exec(
        headers.get('link') ?? '',
      )?.[1];
      if (token !== undefined) query.set('page_token', decodeURIComponent(token));
      // Only the token is taken from the link: it may name an address that this page may not ask.
      next = token === undefined ? undefined : `${repository}/tree?${query.toString()}`;
    }
    return found;
  };

  /** Lists below a folder, some folders at a time: one page after the other takes minutes for a large paper. */
  const walk = async (path: string, ref: string, depth: number): Promise<Entry[]> => {
    if (depth === 0) return entries(path, ref, true);
    const here = await entries(path, ref, false);
    const folders = here.filter(({ type }) => type === 'tree');
    if (folders.length > fewFolders) return entries(path, ref, true);
    const inner = await inParallel(folders, (folder) => walk(folder.path, ref, depth - 1));
    return [...here, ...inner.flat()];
  };

  const blobs = async (
    paths: readonly string[],
    ref: string,
    fields: string,
  ): Promise<BlobNode[]> => {
    const { project } = await askGraphql<{
      project: { repository: { blobs: { nodes: BlobNode[] } } } | null;
    }>(ask, graphql, blobsQuery(fields), { project: repo, ref, paths });
    // GitLab hides what somebody may not see.
    if (!project) throw new ForgeError({ kind: 'forbidden', message: repo });
    return project.repository.blobs.nodes;
  };

  const blob = async ({ path, version }: ForgeFile): Promise<ArrayBuffer> => {
    const bytes = await ask.bytes(`${repository}/blobs/${version}/raw`);
    if (!bytes) throw new ForgeError({ kind: 'other', message: `${path}: 404` });
    return bytes;
  };

  const fileAddress = (path: string): string => `${repository}/files/${encodeURIComponent(path)}`;

  return {
    list: async (folder: string, ref: string): Promise<ForgeFile[]> =>
      // Content, then kinds of copy, then years.
      (await walk(folder.replace(/\/$/, ''), ref, 2))
        .filter(({ type }) => type === 'blob')
        .map(({ path, id }) => ({ path, version: id })),

    read: async (
      files: readonly ForgeFile[],
      branchOf: (file: ForgeFile) => string,
      progress?: (done: number) => void,
    ): Promise<Map<string, string>> => {
      const texts = new Map<string, string>();
      const pieces = [...Map.groupBy(files, branchOf)].flatMap(([ref, ofBranch]) =>
        piecesOf(ofBranch, page).map((piece) => ({ ref, piece })),
      );
      await inParallel(pieces, async ({ ref, piece }) => {
        const paths = piece.map(({ path }) => path);
        const nodes = await blobs(paths, ref, 'path oid rawTextBlob');
        const found = new Map(nodes.map(({ oid, rawTextBlob }) => [oid, rawTextBlob]));
        for (const file of piece) {
          texts.set(file.path, found.get(file.version) ?? textOf(await blob(file)));
        }
        progress?.(texts.size);
      });
      return texts;
    },

    bytes: async (file: ForgeFile, ref: string): Promise<ArrayBuffer> => {
      const stored = await blob(file);
      if (!isLfsPointer(stored)) return stored;
      const query = new URLSearchParams({ ref, lfs: 'true' });
      return (await ask.bytes(`${fileAddress(file.path)}/raw?${query.toString()}`)) ?? stored;
    },

    versions: async (paths: readonly string[], ref: string): Promise<Map<string, string>> => {
      const nodes = await inParallel(piecesOf(paths, page), (piece) =>
        blobs(piece, ref, 'path oid'),
      );
      return new Map(nodes.flat().map(({ path, oid }) => [path, oid]));
    },

    /** One file's version and the last commit that changed it. */
    one: async (
      path: string,
      ref: string,
    ): Promise<{ blob_id: string; last_commit_id: string } | undefined> => {
      const query = new URLSearchParams({ ref });
      const { status, body } = await ask.answer(`${fileAddress(path)}?${query.toString()}`, {
        allow: [404],
      });
      return status === 404 ? undefined : (body as { blob_id: string; last_commit_id: string });
    },
  };
};
