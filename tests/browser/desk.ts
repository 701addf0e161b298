import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { loadPublication } from '../../src/config/load-publication.ts';
import { readSwitches } from '../../src/config/switches.ts';
import { bundleDesk, type DeskFile } from '../../src/desk/bundle.ts';
import { deskFolderOf } from '../../src/desk/server/desk-folder.ts';
import { openDesk } from '../../src/desk/server/open-desk.ts';
import { test as base } from './paper.ts';

/** A desk on this machine, over a copy of the style guide (Europe/Kyiv, in English). */
export interface TestDesk {
  /** The address that opens it. */
  url: string;
  /** A file of the paper, from its folder. */
  read: (path: string) => string;
  write: (path: string, text: string) => void;
}

/** A story of the style guide. */
export const analysis = 'content/articles/2025/an-analysis/index.md';

/** Opens the desk in a page, at a view. */
export const openAt = async (page: Page, desk: TestDesk, hash = ''): Promise<void> => {
  await page.goto(desk.url);
  await page.getByRole('heading', { name: 'Stories' }).waitFor();
  if (hash === '') return;
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
};

/** Waits until what is open is saved: the whole paper is checked before that. */
export const isSaved = (page: Page): Promise<void> =>
  expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 20_000 });

/** A desk over a copy of a paper, until it is stopped. */
export interface OpenedDesk extends TestDesk {
  /** Stops its server, and starts another one over the same folder, on the same port. Gives its address. */
  stopServer: () => Promise<void>;
  startServer: () => Promise<string>;
  /** The copy: a folder with `publication.ts` and `content/`. */
  folder: string;
  stop: () => Promise<void>;
}

/**
 * Opens a desk in this process, over a copy of a paper.
 * @param files of its page
 * @param paper a folder with `publication.ts` and `content/`
 * @param content its content folder, if that is elsewhere
 */
export const openDeskOver = async (
  files: readonly DeskFile[],
  paper: string,
  content = join(paper, 'content'),
): Promise<OpenedDesk> => {
  const work = mkdtempSync(join(tmpdir(), 'desk-'));
  const paperDir = join(work, 'paper');
  cpSync(join(paper, 'publication.ts'), join(paperDir, 'publication.ts'));
  cpSync(content, join(paperDir, 'content'), { recursive: true });
  const switches = readSwitches({
    PAPER_DIR: paperDir,
    CACHE_DIR: join(work, 'cache'),
    OUT_DIR: join(work, 'dist'),
  });
  const publication = await loadPublication(switches);
  const folder = deskFolderOf(switches);
  if (Array.isArray(publication) || typeof folder === 'string') {
    throw new Error(`The paper in ${paper} cannot be opened.`);
  }
  const pages = {
    show: () => Promise.resolve({ message: 'No pages in this test.' }),
    saved: () => Promise.resolve(),
  };
  const parts = { files, switches, publication, folder, pages };
  let running = await openDesk(parts, 0);
  return {
    stopServer: () => running.stop(),
    startServer: async () => {
      running = await openDesk(parts, running.port);
      return running.url;
    },
    url: running.url,
    folder: paperDir,
    read: (path) => readFileSync(join(paperDir, path), 'utf8'),
    write: (path, text) => {
      writeFileSync(join(paperDir, path), text);
    },
    stop: async () => {
      await running.stop();
      rmSync(work, { recursive: true, force: true });
    },
  };
};

export const test = base.extend<{ desk: OpenedDesk }, { deskFiles: DeskFile[] }>({
  deskFiles: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's dependencies from it
    async ({}, use) => {
      await use(await bundleDesk());
    },
    { scope: 'worker' },
  ],
  desk: async ({ deskFiles }, use) => {
    const desk = await openDeskOver(deskFiles, 'tests/fixtures/style-guide');
    await use(desk);
    await desk.stop();
  },
});

export { expect } from '@playwright/test';
