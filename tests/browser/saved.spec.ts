import type { Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { expect, leadArticle, test } from './paper.ts';

const button = (page: Page, name: string) => page.locator('.tools').getByRole('button', { name });
const said = (page: Page) => page.getByRole('status');
const kept = (page: Page) => page.locator('.kept');

/** Puts a list on the device, as a reader did some days ago. */
const keep = (page: Page, list: object) =>
  page.evaluate((json) => {
    localStorage.setItem('/saved/', json);
  }, JSON.stringify(list));

const scriptsOf = (page: Page): string[] => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  return scripts;
};

test('a story is saved with the keyboard, listed, opened where the reader stopped, and removed', async ({
  paper,
  page,
}) => {
  const front = await paper('home');
  const scripts = scriptsOf(page);
  await page.goto(front + leadArticle);
  expect(scripts).toEqual([]);
  await button(page, 'Save').focus();
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('Saved on this device.');
  await expect(button(page, 'Saved')).toHaveAttribute('aria-pressed', 'true');
  expect(scripts).toHaveLength(1);
  const tenth = page.locator('[data-story] > p:not([class])').nth(9);
  await tenth.evaluate((part) => {
    part.scrollIntoView({ behavior: 'instant' });
  });

  await page.goto(`${front}saved/`);
  await expect(kept(page)).toHaveCount(1);
  await expect(kept(page)).toContainText('Trump promises Kyiv involvement');
  expect(await violationsOn(page)).toEqual([]);
  await kept(page).getByRole('link', { name: 'Go on reading' }).click();
  await expect(tenth).toBeInViewport();
  await expect(button(page, 'Save')).toHaveAttribute('aria-pressed', 'true');

  await page.goto(`${front}saved/`);
  await kept(page)
    .getByRole('button', { name: /^Remove “Trump/ })
    .click();
  await expect(kept(page)).toHaveCount(0);
  await expect(said(page)).toContainText('Removed from your list.');
});

test('what followed topics and authors brought since the last visit is listed', async ({
  paper,
  page,
}) => {
  const front = await paper('home');
  await page.goto(`${front}topic/nato/`);
  await page.getByRole('button', { name: 'Follow NATO' }).click();
  await expect(said(page)).toContainText('You follow this now.');
  await page.goto(`${front}saved/`);
  await expect(page.locator('[data-shelf=new]')).toContainText('Nothing new so far.');
  const since = Date.parse('2025-02-01');
  await keep(page, { stories: [], follows: [{ path: '/topic/nato/', title: 'NATO', since }] });
  await page.reload();
  await expect(page.getByRole('heading', { name: /^New since/ })).toBeVisible();
  expect(await page.locator('[data-shelf=new] li').count()).toBeGreaterThan(1);
});

test('the button of a saved story says so, also when it is opened from the list, and not when it is saved no more', async ({
  paper,
  page,
}) => {
  await page.goto((await paper('home')) + leadArticle);
  const texts = page.locator('.tools button');
  await button(page, 'Save').click();
  await expect(texts).toHaveText(['Share', 'Saved', 'Copy link']);
  await page.goto(`${await paper('home')}saved/`);
  await page.goto(`${await paper('home')}${leadArticle}#go`);
  await expect(texts).toHaveText(['Share', 'Saved', 'Copy link']);
  await button(page, 'Saved').click();
  await expect(texts).toHaveText(['Share', 'Save', 'Copy link']);
  await expect(button(page, 'Save')).toHaveAttribute('aria-pressed', 'false');
});

test.describe('far from the paper', () => {
  test.use({ timezoneId: 'Pacific/Kiritimati' });

  test('the last visit is told in the time zone of the paper', async ({ paper, page }) => {
    const front = await paper('home');
    await page.clock.setFixedTime('2025-03-01T09:00:00Z');
    await page.goto(`${front}saved/`);
    const since = Date.parse('2025-03-01T08:06:00Z');
    await keep(page, { stories: [], follows: [{ path: '/topic/nato/', title: 'NATO', since }] });
    await page.reload();
    await expect(page.getByRole('heading', { name: 'New since 10:06' })).toBeVisible();
  });
});

test('the head of the list is that of every list', async ({ paper, page }) => {
  const front = await paper('home');
  const head = async () =>
    page.locator('.page-head').evaluate((element) => {
      const { top, left } = element.getBoundingClientRect();
      const [h1, p] = ['h1', 'p'].map((tag) => {
        const part = element.querySelector(tag) ?? element;
        const { fontSize, marginTop } = getComputedStyle(part);
        return [fontSize, marginTop, part.getBoundingClientRect().top];
      });
      return { top, left, line: getComputedStyle(element).borderTop, h1, p };
    });
  await page.goto(`${front}latest/`);
  const latest = await head();
  await page.goto(`${front}saved/`);
  expect(await head()).toEqual(latest);
});

test('a withdrawn story keeps its headline, and hostile words stay words', async ({
  paper,
  page,
}) => {
  const front = await paper('home');
  await page.goto(`${front}saved/`);
  const title = '<img src=x onerror=alert(1)>';
  const story = { path: '/gone/', title, note: '', image: '', stop: 0, of: 0 };
  await keep(page, { stories: [story], follows: [] });
  await page.reload();
  await expect(kept(page)).toContainText(title);
  await expect(kept(page)).toContainText('This story has been withdrawn');
  await expect(kept(page).getByRole('link')).toHaveCount(0);
});

test('a list is exported, forgotten, and imported again; another file changes nothing', async ({
  paper,
  page,
}) => {
  const front = await paper('home');
  await page.goto(front + leadArticle);
  await button(page, 'Save').click();
  await expect(said(page)).toContainText('Saved');
  await page.goto(`${front}saved/`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await (await download).path();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Forget all' }).click();
  await expect(kept(page)).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  const choose = async (
    chosen: Parameters<import('@playwright/test').FileChooser['setFiles']>[0],
  ) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import' }).click();
    await (await chooser).setFiles(chosen);
  };
  await choose({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('[7') });
  await expect(said(page)).toContainText('This file is not a list');
  await choose(file);
  await expect(kept(page)).toHaveCount(1);
});

test('another tab shows what this one changes', async ({ paper, page, context }) => {
  const front = await paper('home');
  await page.goto(front + leadArticle);
  await button(page, 'Save').click();
  await expect(button(page, 'Save')).toHaveAttribute('aria-pressed', 'true');
  const other = await context.newPage();
  await other.goto(`${front}saved/`);
  await expect(kept(other)).toHaveCount(1);
  await button(page, 'Save').click();
  await expect(kept(other)).toHaveCount(0);
});

test('with blocked storage or a damaged list there is a sentence and no error', async ({
  paper,
  page,
  context,
}) => {
  const front = await paper('home');
  await page.goto(`${front}saved/`);
  await page.evaluate(() => {
    localStorage.setItem('/saved/', '{"stories":');
  });
  await page.reload();
  await expect(page.getByText('The list on this device is damaged')).toBeVisible();
  const actions = page.locator('.actions button:visible');
  await expect(actions).toHaveText(['Import a saved list', 'Forget all']);
  const blocked = await context.newPage();
  const errors: string[] = [];
  blocked.on('pageerror', ({ message }) => errors.push(message));
  await blocked.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await blocked.goto(front + leadArticle);
  await button(blocked, 'Save').click();
  await expect(said(blocked)).toContainText('full or blocked');
  expect(errors).toEqual([]);
});

test('with nothing on the device the page explains itself, and loads nothing', async ({
  paper,
  page,
}) => {
  const scripts = scriptsOf(page);
  await page.goto(`${await paper('home')}saved/`);
  await expect(page.getByRole('heading', { name: 'Save a story' })).toBeVisible();
  await expect(page.locator('.actions button:visible')).toHaveText(['Import a saved list']);
  await page.waitForLoadState('networkidle');
  expect(scripts).toEqual([]);
  expect(await violationsOn(page)).toEqual([]);
});

test('the link of a story is copied, and said to be', async ({ paper, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const story = (await paper('home')) + leadArticle;
  await page.goto(story);
  await button(page, 'Copy link').click();
  await expect(said(page)).toHaveText('Link copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(story);
});
