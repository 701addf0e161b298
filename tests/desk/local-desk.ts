import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPublication } from '../../src/config/load-publication.ts';
import { readSwitches } from '../../src/config/switches.ts';
import { deskFolderOf } from '../../src/desk/server/desk-folder.ts';
import { openDesk } from '../../src/desk/server/open-desk.ts';
import type { RealPages } from '../../src/desk/server/real-page.ts';
import type { RunningDesk } from '../../src/desk/server/start-server.ts';
import { copyPaper } from './desk-fixture.ts';

/** A desk in this process, without its page: its API over real HTTP and a real folder. */
export type LocalDesk = RunningDesk & {
  folder: string;
  /** Asks its API, signed in: `GET /api/v1/version`. */
  ask: (call: string, body?: unknown) => Promise<{ status: number; body: unknown }>;
};

/** The API's path of the paper. */
export const repo = '/api/v1/repos/desk/paper';

/** Pages that are never shown. */
const noPages = () => ({
  show: () => Promise.resolve({ message: 'No pages in this test.' }),
  saved: () => Promise.resolve(),
});

/**
 * @param paper as for `copyPaper`, or the absolute path of a copy, which stays
 * @param pagesOf opens the real pages of a paper
 */
export const openLocalDesk = async (
  paper: string,
  pagesOf: (paperDir: string, cacheDir: string) => RealPages = noPages,
): Promise<LocalDesk> => {
  const isOwnCopy = !path.isAbsolute(paper);
  const copy = isOwnCopy ? await copyPaper(paper) : paper;
  const cache = await mkdtemp(path.join(tmpdir(), 'desk-cache-'));
  const switches = readSwitches({ PAPER_DIR: copy, CACHE_DIR: cache });
  const publication = await loadPublication(switches);
  const folder = deskFolderOf(switches);
  if (Array.isArray(publication) || typeof folder === 'string') throw new Error('No such paper.');
  const pages = pagesOf(folder.paperDir, cache);
  const desk = await openDesk({ files: [], switches, publication, folder, pages }, 0);
  return {
    ...desk,
    folder: folder.paperDir,
    ask: async (call, body) => {
      const [method = 'GET', address = ''] = call.split(' ');
      const response = await fetch(`http://127.0.0.1:${desk.port}${address}`, {
        method,
        headers: { authorization: `token ${desk.token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: JSON.parse(text) as unknown };
    },
    stop: async () => {
      await desk.stop();
      await rm(cache, { recursive: true, force: true });
      if (isOwnCopy) await rm(copy, { recursive: true, force: true });
    },
  };
};
