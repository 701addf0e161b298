import type { IncomingMessage } from 'node:http';
import type { Mistake } from '../../copy/mistakes.ts';
import { type Answer, json, readJson, RefusedError } from './answer.ts';
import { blobId } from './blob-id.ts';
import { changesIn } from './change-request.ts';
import type { DeskFolder } from './desk-folder.ts';
import type { InTurn } from './in-turn.ts';
import type { PaperShelf } from './paper-shelf.ts';
import { contentsOf, createReads, most } from './repository-reads.ts';
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
  shelf: PaperShelf;
  /** Saves and commits take turns. */
  inTurn: InTurn;
  /** What is wrong with the paper once these changes are written. */
  check: (changes: readonly FileChange[]) => Promise<Mistake[]>;
  /** Called after each save with what was written. */
  saved: (paths: readonly string[]) => Promise<void>;
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

/**
 * Makes the part of Gitea's API (version 1.24, `swagger.v1.json`) that a client needs to list, read and write a
 * repository, over the working tree of the paper's folder. Other than in Gitea, a save over a file that has changed is a
 * 409 with the `paths`, and one with mistakes a 422 with the `mistakes`.
 * @returns answers one request
 * @throws {RefusedError}
 */
export const createGiteaApi = (paper: ServedPaper): ((request: ApiRequest) => Promise<Answer>) => {
  const { folder, repo, branch, person, inTurn } = paper;
  const [owner = '', name = ''] = repo.split('/');
  const reads = createReads(paper.shelf);
  const user = {
    id: 1,
    login: person.login,
    full_name: person.name,
    email: person.email,
    avatar_url: '',
  };
  const permissions = { admin: false, push: true, pull: true };

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
    void paper.saved(changes.map(({ path }) => path));
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
      return json({ default_paging_num: most.inBatch, default_git_trees_per_page: most.listed });
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
      if (isGet && what === 'git' && rest[0] === 'trees') return reads.tree(query);
      if (isGet && what === 'git' && rest[0] === 'blobs') return reads.blob(rest[1] ?? '');
      if (isGet && what === 'contents') return reads.oneContent(path);
      if (isGet && (what === 'raw' || what === 'media')) return reads.raw(path);
      if (method === 'POST' && what === 'file-contents') return reads.manyContents(request);
      if (method === 'POST' && what === 'contents' && path === '') return save(request);
    }
    throw new RefusedError(404, 'The desk of this machine has no such call.');
  };
};
