import type { Page } from '@playwright/test';
import { expect, leadArticle, test } from './paper.ts';

/** A sheet of A4 with margins of 15 mm, in CSS pixels. */
const sheet = { width: 680, height: 1010 };

/** The words of a story that would not be on paper: not drawn, beside the sheet, or cut off by a box that scrolls. */
const missingOnPaper = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const story = document.querySelector('[data-story], main');
    if (!story) return ['the story'];
    const left =
      'nav, button, .share, [data-slot], [data-part="embed-note"], script, template, audio, video';
    const walker = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
    const missing: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (text === '' || !parent || parent.closest(left)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()];
      const rooms: Element[] = [document.documentElement];
      for (let around: Element | null = parent; around; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== 'visible') rooms.push(around);
      }
      const isCut = boxes.some((box) =>
        rooms.some((room) => {
          const { left: start, right: end } = room.getBoundingClientRect();
          return box.left < start - 1 || box.right > end + 1;
        }),
      );
      if (boxes.length === 0 || isCut) missing.push(text);
    }
    return missing;
  });

const after = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element, '::after').content);

const stories = [
  ['style-guide', 'every-element/'],
  ['hostile', '2025/02/10/a-table-of-twelve-columns/'],
  ['hostile', '2025/02/09/code-blocks/'],
  ['hostile', '2025/02/17/raw-svg-and-math/'],
  ['home', '2025/02/what-moscow-and-kyiv-each-demand/'],
  ['style-guide', 'a-live-story/'],
] as const;

for (const [name, path] of stories) {
  for (const edition of ['', 'text/']) {
    test(`every word is on paper: ${name}, ${edition}${path}`, async ({ paper, page }) => {
      await page.setViewportSize(sheet);
      await page.emulateMedia({ media: 'print' });
      await page.goto((await paper(name)) + edition + path);
      expect(await missingOnPaper(page)).toEqual([]);
    });
  }
}

test('a video, a post and a recording are on paper as their name and address', async ({
  paper,
  page,
}) => {
  await page.goto(`${await paper('style-guide')}every-element/`);
  await page.emulateMedia({ media: 'print' });
  for (const link of [
    'a[data-shape="video"]',
    'a[data-shape="post"]',
    '[data-part="recording"] a',
  ]) {
    await expect(page.locator(link).first(), link).toBeVisible();
    const address = (await page.locator(link).first().getAttribute('href')) ?? '';
    expect(await after(page, link), link).toContain(address);
  }
  await expect(page.locator('audio, video').first()).toBeHidden();
});

test('a video that plays is on paper too', async ({ paper, page }) => {
  await page.route(/youtube/, (route) => route.abort());
  await page.goto(`${await paper('style-guide')}every-element/`);
  const link = page.locator('a[data-embed*="youtube"]').first();
  const [name, address] = [await link.textContent(), await link.getAttribute('href')];
  await link.click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('iframe')).toBeHidden();
  expect(await after(page, '[data-printed]')).toContain(`${name} (${address})`);
});

test('the address of the page is on paper, in black on white even if the reader chose dark', async ({
  paper,
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto((await paper('home')) + leadArticle);
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  const address = await page.locator('[rel="canonical"]').getAttribute('href');
  await expect(page.locator('[rel="canonical"]')).toBeVisible();
  expect(await after(page, '[rel="canonical"]')).toContain(address);
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(Math.max(...(ink.match(/\d+/g) ?? []).map(Number))).toBeLessThan(40);
});

test('a crosshead is in a column of blocks, where it stays with its text', async ({
  paper,
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto((await paper('home')) + leadArticle);
  const around = await page
    .locator('.story h2')
    .first()
    .evaluate((heading) => {
      const displays: string[] = [getComputedStyle(heading).breakAfter];
      for (let box = heading.parentElement; box; box = box.parentElement) {
        displays.push(getComputedStyle(box).display);
      }
      return displays;
    });
  expect(around).toEqual(['avoid', ...around.slice(1).map(() => 'block')]);
});
