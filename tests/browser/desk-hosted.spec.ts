import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { loadPublication } from '../../src/config/load-publication.ts';
import { readSwitches } from '../../src/config/switches.ts';
import { mediaTypes } from '../../src/hosts/media-types.ts';
import { printDesk } from '../../src/press/print-desk.ts';
import { createBareRepository } from '../desk/forges/bare-repository.ts';
import { startGiteaServer } from '../desk/forges/gitea-server.ts';

/*
 * The desk as it is printed with the paper, against a contract server over a real git repository: not the live service.
 */

const paperDir = 'tests/fixtures/style-guide';
const story = 'content/articles/2025/an-analysis/index.md';

const filesOf = (folder: string): Record<string, Uint8Array> =>
  Object.fromEntries(
    readdirSync(join(paperDir, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(paperDir.length + 1), readFileSync(file)]),
  );

test('an editor signs in, changes a headline, and one line of the repository changes', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const repository = createBareRepository(filesOf('content'));
  const anna = { login: 'anna', name: 'Anna Lind', email: 'anna@paper.example', mayWrite: true };
  const forge = await startGiteaServer(repository, { 'token-of-anna': anna });
  const printed = mkdtempSync(join(tmpdir(), 'hosted-desk-'));
  const switches = readSwitches({ PAPER_DIR: paperDir, OUT_DIR: printed });
  const publication = await loadPublication(switches);
  if (Array.isArray(publication)) throw new Error('The style guide cannot be opened.');
  const { origin } = forge;
  const desk = {
    backend: { name: 'gitea', repo: 'press/paper', branch: 'main', site: origin } as const,
    review: false,
    folder: '',
  };
  const { paperDir: ofPaper, contentDir } = switches;
  await printDesk(
    printed,
    { ...publication, desk },
    { paperDir: ofPaper, contentDir, origin: 'https://news.example', base: '/' },
  );
  // The page's own policy, in its head, holds here as on any host.
  const host = createServer(({ url = '' }, response) => {
    const file = join(printed, url.replace(/\?.*/, '').replace(/\/$/, '/index.html'));
    // Of the paper itself, only the desk is printed here.
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': mediaTypes[extname(file).slice(1)] ?? 'text/plain' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const { port } = host.address() as AddressInfo;

  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  // As Playwright answers it, a question before leaving would keep the editor here.
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.clock.install();
  await page.goto(`http://127.0.0.1:${String(port)}/desk/`);
  const signIn = async (token: string): Promise<void> => {
    await page.getByLabel('Access token').fill(token);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  // A token that may not see the repository is told so, and another can be given.
  forge.members.set('token-of-nobody', anna);
  forge.trouble.hides = true;
  await signIn('token-of-nobody');
  await expect(page.getByRole('alert')).toContainText('You cannot open press/paper.');
  delete forge.trouble.hides;
  await signIn('token-of-anna');
  await expect(page.getByRole('heading', { name: 'Stories' })).toBeVisible({ timeout: 30_000 });
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/story/${story}`);
  await page.getByLabel('Headline').fill('Another headline');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(repository.git('diff', '--numstat', 'main~1', 'main')).toBe(`1\t1\t${story}`);
  expect(repository.git('log', '-1', '--format=%an', 'main')).toBe('Anna Lind');

  forge.trouble.expired = true;
  await page.getByLabel('Headline').fill('A third headline');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/You are signed out/).first()).toBeVisible();
  expect(repository.git('rev-list', '--count', 'main')).toBe('2');

  // Signing in again asks nothing, and finds what was typed.
  delete forge.trouble.expired;
  await page.locator('.save-bar').getByRole('button', { name: 'Sign in' }).click();
  await signIn('token-of-anna');
  await expect(page.getByLabel('Headline')).toHaveValue('A third headline');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(repository.git('diff', '--numstat', 'main~1', 'main')).toBe(`1\t1\t${story}`);

  // What somebody else saves is told on coming back to the window, and shown.
  const meanwhile = repository.git('show', `main:${story}`).replace('A third', 'Their');
  const head = repository.head('main') ?? '';
  const theirs = { files: new Map([[story, `${meanwhile}\n`]]), message: 'Theirs', author: anna };
  repository.commit({ branch: 'main', parent: head, expected: head, ...theirs });
  await page.clock.fastForward(60_000);
  await expect(page.getByLabel('Headline')).toHaveValue('Their headline');
  await expect(page.getByRole('status').filter({ hasText: 'Changed elsewhere' })).toBeVisible();

  // Nothing broke the page's policy, and no token is in an address.
  expect(said.filter((line) => line.includes('Content Security Policy'))).toEqual([]);
  expect(forge.log.filter((line) => line.includes('token-of'))).toEqual([]);
  await forge.close();
  host.close();
  rmSync(printed, { recursive: true, force: true });
});
