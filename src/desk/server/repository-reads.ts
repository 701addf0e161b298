import type { IncomingMessage } from 'node:http';
import { type Answer, json, readJson, RefusedError } from './answer.ts';
import { blobId } from './blob-id.ts';
import type { ListedFile, PaperShelf } from './paper-shelf.ts';

/** The most files in one page of a list, and in one batch. Gitea has 1,000 and 30; here one is enough for a paper. */
export const most = { listed: 100_000, inBatch: 2_000 };

/** How long the pages of a list are of one moment, in milliseconds. */
const listStays = 5_000;

/** The most bytes that paths in a batch may have. */
const mostNamed = 16_000_000;

/** A file as Gitea tells of it (`ContentsResponse`), with its content or with the id that it has. */
export const contentsOf = (
  path: string,
  content?: Buffer,
  sha = content && blobId(content),
): object => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  path,
  sha,
  type: 'file',
  size: content?.length,
  encoding: content ? 'base64' : null,
  content: content?.toString('base64') ?? null,
});

const notThere = (what: string): RefusedError => new RefusedError(404, `${what} is not there.`);

/** What Gitea's API has for reading a repository. All throw a {@link RefusedError}. */
export interface RepositoryReads {
  tree: (query: URLSearchParams) => Answer;
  manyContents: (request: IncomingMessage) => Promise<Answer>;
  oneContent: (path: string) => Answer;
  blob: (sha: string) => Answer;
  raw: (path: string) => Answer;
}

/** Reads a paper's folder as Gitea's API reads a repository. */
export const createReads = (shelf: PaperShelf): RepositoryReads => {
  let listed: { at: number; files: readonly ListedFile[] } = { at: 0, files: [] };

  const tree = (query: URLSearchParams): Answer => {
    const page = Math.max(1, Number(query.get('page') ?? 1) || 1);
    if (page === 1 || Date.now() - listed.at > listStays) {
      listed = { at: Date.now(), files: shelf.list() };
    }
    const { files } = listed;
    const asked = Number(query.get('per_page') ?? most.listed) || most.listed;
    const size = Math.min(Math.max(1, asked), most.listed);
    const shown = files.slice((page - 1) * size, page * size);
    return json({
      sha: blobId(Buffer.from(files.map(({ path, sha }) => `${sha} ${path}\n`).join(''))),
      tree: shown.map((file) => ({ ...file, mode: '100644', type: 'blob' })),
      truncated: page * size < files.length,
      page,
      total_count: files.length,
    });
  };

  const manyContents = async (request: IncomingMessage): Promise<Answer> => {
    const { files } = await readJson(request, mostNamed);
    if (!Array.isArray(files) || !files.every((path) => typeof path === 'string')) {
      throw new RefusedError(422, 'Send { "files": ["a/path", …] }.');
    }
    // Gitea has null for what is not there.
    return json(
      files.map((path) => {
        const bytes = shelf.read(path);
        return bytes ? contentsOf(path, bytes) : null;
      }),
    );
  };

  const oneContent = (path: string): Answer => {
    const bytes = shelf.read(path);
    if (!bytes) throw notThere(path);
    return json(contentsOf(path, bytes));
  };

  const blob = (sha: string): Answer => {
    const path = shelf.list().find((file) => file.sha === sha)?.path;
    const content = path === undefined ? undefined : shelf.read(path);
    if (!content || blobId(content) !== sha) throw notThere(sha);
    const size = content.length;
    return json({ sha, size, encoding: 'base64', content: content.toString('base64') });
  };

  const raw = (path: string): Answer => {
    const body = shelf.read(path);
    if (!body) throw notThere(path);
    // Never a type that a browser would run.
    const headers = {
      'Content-Type': 'application/octet-stream',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    };
    return { status: 200, headers, body };
  };

  return { tree, manyContents, oneContent, blob, raw };
};
