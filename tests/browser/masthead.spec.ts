import type { Page } from '@playwright/test';
import { expect, leadArticle, test } from './paper.ts';

const phone = { width: 360, height: 740 };

/** Gives the paper fifteen sections, the last of which is the present one. */
const withFifteen = (page: Page) =>
  page.locator('.sections ul').evaluate((list) => {
    const [model] = list.children;
    if (!model) return;
    for (const link of list.querySelectorAll('[aria-current]'))
      link.removeAttribute('aria-current');
    list.replaceChildren(
      ...Array.from({ length: 15 }, (_, n) => {
        const item = model.cloneNode(true) as HTMLElement;
        const link = item.querySelector('a');
        link?.append(` ${String(n + 1)}`);
        if (n === 14) link?.setAttribute('aria-current', 'true');
        return item;
      }),
    );
  });

test('the present section is underlined in its own colour', async ({ paper, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${await paper('home')}world/`);
  const present = page.locator('.sections [aria-current]');
  await expect(present).toHaveCSS('text-decoration-line', 'underline');
  await expect(present).toHaveCSS('text-decoration-color', 'rgb(29, 107, 90)');
});

for (const width of [360, 1280]) {
  test(`fifteen sections are one row at ${String(width)} pixels, with the present one in view`, async ({
    paper,
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(`${await paper('home')}ukraine/`);
    const before = (await page.locator('.sections').boundingBox())?.height;
    await withFifteen(page);
    const row = page.locator('.sections');
    expect((await row.boundingBox())?.height).toBe(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await expect(row.locator('[aria-current]')).toBeInViewport({ ratio: 1 });
    await row.locator('a').nth(13).focus();
    await expect(row.locator('a').nth(13)).toBeInViewport({ ratio: 1 });
  });
}

test('on a phone the bar leaves while one scrolls down a story, and comes back on the way up', async ({
  paper,
  page,
}) => {
  await page.setViewportSize(phone);
  await page.goto((await paper('home')) + leadArticle);
  const bar = page.locator('.bar');
  await expect(bar).toBeInViewport();
  await page.mouse.wheel(0, 900);
  await expect(bar).not.toBeInViewport();
  await page.mouse.wheel(0, -200);
  await expect(bar).toBeInViewport();
  expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(48);
});

test('on a phone the headline of the lead is on the first screen, and the way to a story is one line', async ({
  paper,
  page,
}) => {
  await page.setViewportSize(phone);
  await page.goto(await paper('home'));
  await expect(page.locator('.teaser-lead h2')).toBeInViewport({ ratio: 1 });
  await page.goto((await paper('home')) + leadArticle);
  expect((await page.locator('.breadcrumb').boundingBox())?.height).toBeLessThanOrEqual(28);
});

test('a masthead is never tall: 210 pixels on the front page, 170 on others', async ({
  paper,
  page,
}) => {
  const bottom = async () => {
    const box = await page.locator('.sections').boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(await paper('home'));
  expect(await bottom()).toBeLessThanOrEqual(210);
  await page.goto((await paper('home')) + leadArticle);
  expect(await bottom()).toBeLessThanOrEqual(170);
});

const longNames = [
  'The Northern Harbour Gazette',
  'The North-Eastern Harbour Gazette & Post',
  'Північноморська портова газета',
  'Вісник Тихої Балки й довколишніх сіл',
  'جريدة الميناء الشمالي المسائية',
  'صحيفة الميناء الشمالي والقرى المحيطة به',
];

/** Gives a paper that has a long name another one. */
const withName = (page: Page, name: string) =>
  page.locator('.wordmark').evaluate((wordmark, text) => {
    const [link] = wordmark.children;
    if (link) link.textContent = text;
    (wordmark as HTMLElement).style.setProperty('--letters', String(text.length));
    if (/\p{sc=Arabic}/u.test(text)) document.documentElement.dir = 'rtl';
  }, name);

for (const path of ['', '2025/02/26/one-word/']) {
  for (const name of longNames) {
    test(`on a phone the name “${name}” stands in one low bar, whole, on the page ${path || 'front'}`, async ({
      paper,
      page,
    }) => {
      await page.goto((await paper('hostile')) + path);
      await withName(page, name);
      // The last is what a phone of 360 pixels has room for when text is twice as large.
      for (const width of [360, 320, 768, 180]) {
        await page.setViewportSize({ width, height: 740 });
        const bar = page.locator('.bar');
        const { position, height, tops, fits } = await bar.evaluate((element) => {
          const link = element.querySelector('.wordmark a') ?? element;
          const range = document.createRange();
          range.selectNodeContents(link);
          const words = [...range.getClientRects()];
          return {
            position: getComputedStyle(element).position,
            height: element.clientHeight,
            tops: new Set(words.map(({ top }) => Math.round(top))).size,
            fits:
              words.every(({ left, right }) => left >= 0 && right <= innerWidth) &&
              element.scrollWidth <= element.clientWidth,
          };
        });
        expect(fits, String(width)).toBe(true);
        if (width === 180) expect(position).toBe('static');
        else expect(height, String(width)).toBeLessThanOrEqual(56);
        if (width === 768) expect(tops).toBe(1);
        if (width === 360) expect(tops).toBeLessThanOrEqual(2);
      }
    });
  }
}

test('above the nameplate, the way to the sections, the date and the search share one baseline', async ({
  paper,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(await paper('home'));
  const ends = await page
    .locator('.bar div > :is(button, a).label, .edition time')
    .evaluateAll((parts) =>
      parts.map((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return range.getBoundingClientRect().bottom;
      }),
    );
  expect(ends.length).toBe(4);
  expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(0.5);
});
