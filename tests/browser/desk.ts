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

export const test = base.extend<{ desk: TestDesk }, { deskFiles: DeskFile[] }>({
  deskFiles: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's dependencies from it
    async ({}, use) => {
      await use(await bundleDesk());
    },
    { scope: 'worker' },
  ],
  desk: async ({ deskFiles: files }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-'));
    const paperDir = join(folder, 'paper');
    cpSync('tests/fixtures/style-guide', paperDir, { recursive: true });
    const switches = readSwitches({
      PAPER_DIR: paperDir,
      CACHE_DIR: join(folder, 'cache'),
      OUT_DIR: join(folder, 'dist'),
    });
    const publication = await loadPublication(switches);
    const found = deskFolderOf(switches);
    if (Array.isArray(publication) || typeof found === 'string') {
      throw new Error('The style guide cannot be opened.');
    }
    const pages = {
      show: () => Promise.resolve({ message: 'No pages in this test.' }),
      saved: () => Promise.resolve(),
    };
    const running = await openDesk({ files, switches, publication, folder: found, pages }, 0);
    await use({
      url: running.url,
      read: (path) => readFileSync(join(paperDir, path), 'utf8'),
      write: (path, text) => {
        writeFileSync(join(paperDir, path), text);
      },
    });
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
