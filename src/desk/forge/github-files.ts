import type { Ask } from './ask.ts';
import { textOf } from './content-bytes.ts';
import { ForgeError, type ForgeFile } from './forge.ts';
import { askGraphql } from './graphql.ts';
import { inParallel, piecesOf } from './in-parallel.ts';

interface Tree {
  tree: readonly { path: string; type: string; sha: string; size?: number }[];
  truncated: boolean;
}

interface BlobText {
  text: string | null;
  isTruncated: boolean;
}

/** GitHub gives up on a query after ten seconds; this many stories take one. */
const batch = 100;

const listed = (tree: Tree['tree'], within: string): ForgeFile[] =>
  tree
    .filter(({ type }) => type === 'blob')
    .map(({ path, sha, size }) => ({
      path: within + path,
      version: sha,
      ...(size !== undefined && { size }),
    }));

/** Lists a folder. A tree too large for one answer (100,000 entries, 7 MB) is walked folder by folder. */
export const listOnGithub = async (
  ask: Ask,
  repo: string,
  head: string,
  folder: string,
): Promise<ForgeFile[]> => {
  const treeAt = (sha: string, isDeep: boolean): Promise<Tree> =>
    ask.json<Tree>(`${repo}/git/trees/${sha}${isDeep ? '?recursive=1' : ''}`);

  /** @param within the tree's folder */
  const walk = async (sha: string, within: string): Promise<ForgeFile[]> => {
    if (within.startsWith(folder)) {
      const whole = await treeAt(sha, true);
      if (!whole.truncated) return listed(whole.tree, within);
    }
    const { tree } = await treeAt(sha, false);
    const folders = tree.filter(({ type, path }) => {
      const name = `${within}${path}/`;
      return type === 'tree' && (name.startsWith(folder) || folder.startsWith(name));
    });
    const inner = await inParallel(folders, (one) => walk(one.sha, `${within}${one.path}/`), 3);
    return [...listed(tree, within), ...inner.flat()];
  };

  const all = await treeAt(head, true);
  const files = all.truncated ? await walk(head, '') : listed(all.tree, '');
  return files.filter(({ path }) => path.startsWith(folder));
};

/** One file's bytes by its version; up to 100 MB. */
export const readOnGithub = async (
  ask: Ask,
  repo: string,
  { path, version }: ForgeFile,
): Promise<ArrayBuffer> => {
  const bytes = await ask.bytes(`${repo}/git/blobs/${version}`, 'application/vnd.github.raw+json');
  if (!bytes) throw new ForgeError({ kind: 'other', message: `${path}: 404` });
  return bytes;
};

/** The texts of files, a hundred in one query; long ones alone, because GraphQL cuts them off. */
export const readTextsOnGithub = async (
  ask: Ask,
  {
    repo,
    graphql,
    variables,
  }: { repo: string; graphql: string; variables: Record<string, string> },
  files: readonly ForgeFile[],
  progress?: (done: number) => void,
): Promise<Map<string, string>> => {
  const texts = new Map<string, string>();
  await inParallel(
    piecesOf(files, batch),
    async (piece) => {
      const fields = piece.map(
        ({ version }, index) =>
          `f${String(index)}: object(oid: ${JSON.stringify(version)}) { ... on Blob { text isTruncated } }`,
      );
      const { repository } = await askGraphql<{ repository: Record<string, BlobText | null> }>(
        ask,
        graphql,
        `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields.join(' ')} } }`,
        variables,
      );
      for (const [index, file] of piece.entries()) {
        const blob = repository[`f${String(index)}`];
        const isWhole = blob?.text !== undefined && blob.text !== null && !blob.isTruncated;
        texts.set(
          file.path,
          isWhole ? (blob.text ?? '') : textOf(await readOnGithub(ask, repo, file)),
        );
      }
      progress?.(texts.size);
    },
    // More at once counts as abuse.
    4,
  );
  return texts;
};
