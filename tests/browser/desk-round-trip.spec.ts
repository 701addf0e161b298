import { execFileSync } from 'node:child_process';
import { globSync, lstatSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Page } from '@playwright/test';
import type { DeskFile } from '../../src/desk/bundle.ts';
import { unreachable } from '../../src/desk/file-names.ts';
import { fieldsOf } from '../../src/desk/source/source.ts';
import { awkwardContent, writeAwkwardPaper } from '../fixtures/awkward/write.ts';
import { expect, openAt, openDeskOver, type OpenedDesk, test } from './desk.ts';

// With EVERY_STORY=1, each story of our own paper and of the fixtures; otherwise those whose files are the hardest to
// leave alone.

const isEvery = process.env['EVERY_STORY'] === '1';

/** Papers, and the stories of each that are opened in every run, by their folders' names. */
const papers: Record<string, readonly string[]> = {
  src: [],
  'tests/fixtures/style-guide': ['every-element', 'a-live-story'],
  'tests/fixtures/hostile': [
    // Lines end as on Windows.
    'one-word-of-body',
    'five-thousand-words',
    'a-headline-that-closes-the-script',
    'right-to-left-override',
    'comments-with-conditions',
    'Spaces And  CAPITALS, in the Name!',
  ],
  'tests/fixtures/right-to-left': ['مكتبة-البلدة-تمدّد-ساعاتها'],
  'tests/fixtures/themed': [],
  'tests/fixtures/one-article': [],
  'tests/fixtures/moved': [],
  'tests/fixtures/awkward': [],
  'tests/fixtures/mistakes': [],
};

const git = (desk: OpenedDesk, ...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@a.example', '-c', 'core.quotePath=off', ...args],
    { cwd: desk.folder, encoding: 'utf8' },
  );

/** A desk over a paper whose folder is a git repository, and the language of its page. */
const openRepository = async (
  page: Page,
  files: readonly DeskFile[],
  paper: string,
): Promise<OpenedDesk> => {
  const isAwkward = paper.endsWith('awkward');
  if (isAwkward) await writeAwkwardPaper();
  const desk = await openDeskOver(files, paper, isAwkward ? awkwardContent : undefined);
  git(desk, 'init', '--quiet');
  git(desk, 'add', '.');
  git(desk, '-c', 'core.autocrlf=false', 'commit', '--quiet', '--message=As it was');
  await page.addInitScript(() => {
    localStorage.setItem('bevolve-desk-language', 'en');
  });
  await openAt(page, desk);
  return desk;
};

const storiesOf = (desk: OpenedDesk, chosen: readonly string[]): string[] =>
  globSync('content/articles/**/*.md', { cwd: desk.folder })
    .map((path) => path.replaceAll(sep, '/'))
    // A few are links, or have a name that no browser could ask for.
    .filter((path) => !unreachable.test(path) && lstatSync(join(desk.folder, path)).isFile())
    .filter((path) => isEvery || chosen.some((name) => path.endsWith(`/${name}/index.md`)))
    .sort();

const open = async (page: Page, path: string): Promise<void> => {
  await page.evaluate(() => {
    location.hash = '#/stories';
  });
  await page.getByRole('heading', { name: 'Stories' }).waitFor();
  await page.evaluate(
    (to) => {
      location.hash = to;
    },
    `#/story/${path.split('/').map(encodeURIComponent).join('/')}`,
  );
  // A file that is no UTF-8 is not there for the desk.
  await page.locator('.save-bar').or(page.getByText('This file does not exist')).waitFor();
};

const headlineIn = (desk: OpenedDesk, path: string): unknown =>
  fieldsOf(path, desk.read(path))['headline'];

const headlineField = (page: Page) => page.locator('#field-headline');

/** @returns whether it was saved, not refused */
const save = async (page: Page): Promise<boolean> => {
  await page.keyboard.press('Control+s');
  const outcome = page.locator('.save-state > .saved, .save-state > .mistake');
  await expect(outcome).toBeVisible({ timeout: 30_000 });
  return (await page.locator('.save-state > .mistake').count()) === 0;
};

for (const [paper, chosen] of Object.entries(papers)) {
  if (!isEvery && chosen.length === 0) continue;
  test(`in ${paper}, another headline is one changed line, and a save without a change is none`, async ({
    page,
    deskFiles,
  }) => {
    test.setTimeout(isEvery ? 600_000 : 60_000);
    const desk = await openRepository(page, deskFiles, paper);
    const refused: string[] = [];
    const stories = storiesOf(desk, chosen);
    for (const path of stories) {
      const before = desk.read(path);
      let headline: unknown;
      try {
        headline = headlineIn(desk, path);
      } catch {
        headline = undefined;
      }
      await open(page, path);
      if (typeof headline !== 'string' || (await headlineField(page).count()) === 0) {
        refused.push(path);
        continue;
      }
      await page.keyboard.press('Control+s');
      await expect(headlineField(page)).toHaveValue(headline);
      expect.soft(git(desk, 'status', '--porcelain'), path).toBe('');
      await headlineField(page).fill(`A “new” headline: 'quoted' #1`);
      const isStored = await save(page);
      if (isStored) {
        expect.soft(git(desk, 'diff', '--numstat', '-z'), path).toBe(`1\t1\t${path}\0`);
        expect.soft(headlineIn(desk, path)).toBe(`A “new” headline: 'quoted' #1`);
        git(desk, 'checkout', '--quiet', '--', '.');
        expect.soft(desk.read(path)).toBe(before);
      } else {
        refused.push(path);
        expect.soft(git(desk, 'status', '--porcelain'), path).toBe('');
        await page.getByRole('button', { name: 'Discard changes' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click();
      }
    }
    if (isEvery) console.log(`${stories.length} stories, refused: ${refused.join(', ') || 'none'}`);
    else expect(refused).toEqual([]);
    await desk.stop();
  });
}

test('in the style guide, one letter in the first paragraph of the story with every element is one changed line', async ({
  page,
  deskFiles,
}) => {
  const path = 'content/articles/2025/every-element/index.md';
  const desk = await openRepository(page, deskFiles, 'tests/fixtures/style-guide');
  const before = desk.read(path);
  await open(page, path);
  await page
    .getByRole('textbox', { name: 'Text', exact: true })
    .evaluate((area: HTMLTextAreaElement) => {
      const at = area.value.indexOf('\n\nWords may be') + '\n\nWords'.length;
      area.focus();
      area.setSelectionRange(at, at);
    });
  await page.keyboard.type('x');
  expect(await save(page)).toBe(true);
  expect(git(desk, 'diff', '--numstat', '-z')).toBe(`1\t1\t${path}\0`);
  // The block of code above has the same words.
  expect(desk.read(path)).toBe(before.replace(/(?<=```\n\nWords)(?= may)/, 'x'));
  await desk.stop();
});
