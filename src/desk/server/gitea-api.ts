import type { IncomingMessage } from 'node:http';
import type { Mistake } from '../../copy/mistakes.ts';
import { readPaperFile } from '../../copy/paper-file.ts';
import { type Answer, json, readJson, RefusedError } from './answer.ts';
import { blobId } from './blob-id.ts';
import { changesIn } from './change-request.ts';
import type { DeskFolder } from './desk-folder.ts';
import { placeOf } from './file-place.ts';
import type { InTurn } from './in-turn.ts';
import type { ListedFile } from './list-files.ts';
import type { FileChange } from './write-files.ts';
import { writeFiles, requireCurrent } from './write-files.ts';

/** What the API serves. */
export interface ServedPaper {
  folder: DeskFolder;
  /** `owner/name` */
  repo: string;
  branch: string;
  /** Who sits at this machine, as far as git knows. */
  person: { login: string; name: string; email: string };
  list: () => ListedFile[];
  /** Saves and commits take turns. */
  inTurn: InTurn;
  /** What is wrong with the paper once these changes are written. */
  check: (changes: readonly FileChange[]) => Promise<Mistake[]>;
}

/** A request for the API, without `/api/v1`. */
export interface ApiRequest {
  method: string;
  /** Decoded parts of the path. */
  parts: readonly string[];
  query: URLSearchParams;
  request: IncomingMessage;
}

/** As many pictures as a story may have at once, in Base64. */
const mostWritten = 256_000_000;
const mostNamed = 16_000_000;

/** The most files in one page of a list, and in one batch. Gitea has 1,000 and 30; here one is enough for a paper. */
const mostListed = 100_000;
const mostInBatch = 2_000;

/** How long the pages of a list are of one moment, in milliseconds. */
const listStays = 5_000;

/**
 * Makes the part of Gitea's API (version 1.24, `swagger.v1.json`) that a client needs to list, read and write a
 * repository, over the working tree of the paper's folder. Other than in Gitea, a save over a file that has changed is a
 * 409 with the `paths`, and one with mistakes a 422 with the `mistakes`.
 * @returns answers one request
 * @throws {RefusedError}
 */
export const createGiteaApi = (paper: ServedPaper): ((request: ApiRequest) => Promise<Answer>) => {
  const { folder, repo, branch, person, list: listFiles, inTurn } = paper;
  const [owner = '', name = ''] = repo.split('/');
  let listed: { at: number; files: readonly ListedFile[] } = { at: 0, files: [] };
  const user = {
    id: 1,
    login: person.login,
    full_name: person.name,
    email: person.email,
    avatar_url: '',
  };
  const permissions = { admin: false, push: true, pull: true };

  const bytesOf = (path: string): Buffer | undefined => {
    const result = readPaperFile(placeOf(folder, path), [folder.paperDir]);
    return 'bytes' in result ? result.bytes : undefined;
  };

  const contentsOf = (
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

  const tree = (query: URLSearchParams): Answer => {
    const page = Math.max(1, Number(query.get('page') ?? 1) || 1);
    if (page === 1 || Date.now() - listed.at > listStays) {
      listed = { at: Date.now(), files: listFiles() };
    }
    const { files } = listed;
    const asked = Number(query.get('per_page') ?? mostListed) || mostListed;
    const size = Math.min(Math.max(1, asked), mostListed);
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
        const bytes = bytesOf(path);
        return bytes ? contentsOf(path, bytes) : null;
      }),
    );
  };

  const oneContent = (path: string): Answer => {
    const bytes = bytesOf(path);
    if (!bytes) throw new RefusedError(404, `${path} is not there.`);
    return json(contentsOf(path, bytes));
  };

  const blob = (sha: string): Answer => {
    const path = listFiles().find((file) => file.sha === sha)?.path;
    const content = path === undefined ? undefined : bytesOf(path);
    if (!content || blobId(content) !== sha)
      throw new RefusedError(404, 'Nothing has this content now.');
    const size = content.length;
    return json({ sha, size, encoding: 'base64', content: content.toString('base64') });
  };

  const raw = (path: string): Answer => {
    const body = bytesOf(path);
    if (!body) throw new RefusedError(404, `${path} is not there.`);
    // Never a type that a browser would run.
    const headers = {
      'Content-Type': 'application/octet-stream',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    };
    return { status: 200, headers, body };
  };

  const write = async (changes: readonly FileChange[]): Promise<Answer> => {
    requireCurrent(folder, changes);
    const mistakes = await paper.check(changes);
    const [first] = mistakes;
    if (first) {
      const where = first.field === undefined ? first.file : `${first.file}, ${first.field}`;
      const message = `${where}: found ${first.found}; expected ${first.expected}. ${first.fix}`;
      throw new RefusedError(422, message, { mistakes });
    }
    writeFiles(folder, changes);
    const files = changes.map(({ path, bytes }) =>
      bytes ? contentsOf(path, undefined, blobId(bytes)) : null,
    );
    return json({ files, commit: null }, 201);
  };

  const save = async (request: IncomingMessage): Promise<Answer> => {
    const changes = changesIn(await readJson(request, mostWritten));
    return inTurn(() => write(changes));
  };

  return async ({ method, parts, query, request }) => {
    const [first, theirOwner, theirName, what, ...rest] = parts;
    const isGet = method === 'GET';
    if (isGet && parts.length === 1 && first === 'version') return json({ version: '1.24.0+desk' });
    if (isGet && parts.length === 1 && first === 'user') return json(user);
    if (isGet && first === 'settings' && theirOwner === 'api') {
      return json({ default_paging_num: mostInBatch, default_git_trees_per_page: mostListed });
    }
    if (first === 'repos' && theirOwner === owner && theirName === name) {
      const path = rest.join('/');
      if (isGet && what === undefined) {
        const fullName = { id: 1, owner: user, name, full_name: repo };
        return json({ ...fullName, default_branch: branch, permissions, empty: false });
      }
      if (isGet && what === 'branches' && path === branch) {
        return json({ name: branch, protected: false, user_can_push: true, commit: null });
      }
      if (isGet && what === 'git' && rest[0] === 'trees') return tree(query);
      if (isGet && what === 'git' && rest[0] === 'blobs') return blob(rest[1] ?? '');
      if (isGet && what === 'contents') return oneContent(path);
      if (isGet && (what === 'raw' || what === 'media')) return raw(path);
      if (method === 'POST' && what === 'file-contents') return manyContents(request);
      if (method === 'POST' && what === 'contents' && path === '') return save(request);
    }
    throw new RefusedError(404, 'The desk of this machine has no such call.');
  };
};
