import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { findPaper, pathIn } from '../papers.ts';
import { serve, type Served } from '../serve.ts';
import { expect, leadArticle, test as base } from './paper.ts';

/** A paper that a test may change, on a host that it may switch off to simulate a reader without a network. */
interface Host {
  url: string;
  folder: string;
  off: () => Promise<void>;
  on: () => Promise<void>;
}

const test = base.extend<{ host: Host }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's dependencies from it
  host: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'offline-'));
    await cp(pathIn(findPaper('offline')), folder, { recursive: true });
    let served: Served | undefined = await serve('offline', { folder });
    const { url } = served;
    const off = async (): Promise<void> => {
      await served?.close();
      served = undefined;
    };
    await use({
      url,
      folder,
      off,
      on: async () => {
        served = await serve('offline', { folder, port: Number(new URL(url).port) });
      },
    });
    await off();
    await rm(folder, { recursive: true });
  },
});

const note = (page: Page) => page.getByText('You are offline. This page was saved on');

/** The pages stored in the browser, as paths within the paper. */
const kept = (page: Page, url: string): Promise<string[]> =>
  page.evaluate(
    async (front) =>
      (await caches.keys()).map((name) => name.slice(name.lastIndexOf(front) + front.length)),
    url,
  );

/** Opens a page and waits until it is stored along with its resources. */
async function read(page: Page, url: string, story: string): Promise<void> {
  await page.goto(url + story);
  await expect.poll(() => kept(page, url)).toContain(story);
  await page.waitForLoadState('networkidle');
}

test('a story read before can be read again offline, with its picture', async ({
  host: { url, off },
  page,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/policy|refused/i.test(message.text())) refused.push(message.text());
  });
  await read(page, url, leadArticle);
  await expect(note(page)).toBeHidden();
  await off();
  // The browser's HTTP cache must not help.
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.clearBrowserCache');
  await page.reload();
  await expect(note(page)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Trump');
  const picture = page.locator('.lead-image img');
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  const text = (await note(page).textContent()) ?? '';
  const today = new Date().toLocaleDateString('en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Kyiv',
  });
  expect(text).toContain(today);
  expect(refused).toEqual([]);
});

test('the front page is available offline, even to a reader who came through a link', async ({
  host: { url, off },
  page,
}) => {
  await read(page, url, leadArticle);
  await off();
  await page.goto(url);
  await expect(note(page)).toBeVisible();
  await expect(page.locator('main h1, main h2').first()).toBeVisible();
});

test('a reader who is online always sees the current front page, even if an old one is stored', async ({
  host: { url, folder },
  page,
}) => {
  for (let visit = 0; visit < 2; visit += 1) await read(page, url, '');
  const front = path.join(folder, 'index.html');
  const html = await readFile(front, 'utf8');
  await writeFile(front, html.replace('<main', '<p>The next edition</p><main'));
  await page.goto(url);
  await expect(page.getByText('The next edition')).toBeVisible();
  await expect(note(page)).toBeHidden();
});

test('a page that is not stored offers those that are, and returns once there is a network', async ({
  host: { url, off, on },
  page,
}) => {
  await read(page, url, leadArticle);
  await off();
  await page.goto(`${url}about/?from=mail`);
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await page.getByRole('link', { name: /^Trump/ }).click();
  await expect(page).toHaveURL(url + leadArticle);
  await expect(note(page)).toBeVisible();
  await on();
  await page.goto(`${url}about/`);
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('offline');
});

test('only the last thirty stories are stored', async ({ host: { url, folder }, page }) => {
  test.slow();
  const stories = Array.from({ length: 32 }, (_, n) => `2025/03/story-${n}/`);
  for (const story of stories) {
    await cp(path.join(folder, leadArticle), path.join(folder, story), { recursive: true });
    await page.goto(url + story);
    await expect.poll(() => kept(page, url)).toContain(story);
  }
  const again = '2025/03/story-5/';
  await read(page, url, again);
  await expect
    .poll(async () => (await kept(page, url)).filter((page) => page.startsWith('20')).toSorted())
    .toEqual(stories.slice(2).toSorted());
  // A story that was read again is not the next to be dropped.
  for (const n of [32, 33, 34, 35]) {
    const story = `2025/03/story-${n}/`;
    await cp(path.join(folder, leadArticle), path.join(folder, story), { recursive: true });
    await read(page, url, story);
  }
  expect(await kept(page, url)).toContain(again);
  expect(await kept(page, url)).not.toContain('2025/03/story-4/');
  // A section is not a story.
  await page.goto(`${url}world/`, { waitUntil: 'networkidle' });
  expect(await kept(page, url)).not.toContain('world/');
});

test('once offline reading is switched off, browsers delete what they stored', async ({
  host: { url, folder },
  page,
}) => {
  await read(page, url, leadArticle);
  await cp(pathIn(findPaper('home'), 'sw.js'), path.join(folder, 'sw.js'));
  await page.goto(`${url}search/`);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    )
    .toBe(0);
});

test('a paper without offline reading stores nothing', async ({ paper, page }) => {
  await page.goto((await paper('home')) + leadArticle, { waitUntil: 'networkidle' });
  const here = await page.evaluate(async () => [
    (await navigator.serviceWorker.getRegistrations()).length,
    (await caches.keys()).length,
  ]);
  expect(here).toEqual([0, 0]);
});
