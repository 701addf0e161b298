import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { analysis, expect, isSaved, openAt, openDeskOver, test } from './desk.ts';

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

const saveHeadline = async (page: Page, headline: string): Promise<void> => {
  await page.goto(page.url().replace(/#.*/, `#/story/${analysis}`));
  await page.locator('#field-headline').fill(headline);
  await page.keyboard.press('Control+s');
  await isSaved(page);
};

const publish = async (page: Page): Promise<void> => {
  await page.goto(page.url().replace(/#.*/, '#/publish'));
  await page.getByLabel('Your name').fill('Мила Коваль');
  await page.getByLabel('Your email').fill('mila@paper.example');
  await page.getByRole('main').getByRole('button', { name: 'Publish' }).click();
};

test('what was saved is published under the editor’s name, after what others have pushed', async ({
  page,
  deskFiles,
}) => {
  const server = mkdtempSync(join(tmpdir(), 'desk-server-'));
  const desk = await openDeskOver(deskFiles, 'tests/fixtures/style-guide');
  const { folder } = desk;
  try {
    await openAt(page, desk, '#/publish');
    await expect(page.getByText('not in a git repository')).toBeVisible();
    git(server, 'init', '--quiet', '--bare', '--initial-branch=main');
    git(folder, 'init', '--quiet', '--initial-branch=main');
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message=As it was');
    git(folder, 'remote', 'add', 'origin', server);
    git(folder, 'push', '--quiet', '--set-upstream', 'origin', 'main');

    await saveHeadline(page, 'Published from the desk');
    await publish(page);
    await expect(page.getByText('Published. The paper follows')).toBeVisible();
    expect(git(server, 'log', '-1', '--format=%an <%ae>', 'main')).toBe(
      'Мила Коваль <mila@paper.example>',
    );
    expect(git(server, 'show', `main:${analysis}`)).toContain('Published from the desk');

    const other = join(server, 'other');
    git(server, 'clone', '--quiet', server, other);
    git(other, 'commit', '--quiet', '--allow-empty', '--message=By somebody else');
    git(other, 'push', '--quiet');
    await saveHeadline(page, 'Published after theirs');
    await publish(page);
    await expect(page.getByRole('alert')).toContainText('Committed on this machine.');
    await page.getByRole('button', { name: 'Fetch' }).click();
    await expect(page.getByText('Fetched what others published.')).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByText('Everything that was saved is published.')).toBeVisible();
    expect(git(server, 'show', `main:${analysis}`)).toContain('Published after theirs');
  } finally {
    await desk.stop();
    rmSync(server, { recursive: true, force: true });
  }
});
