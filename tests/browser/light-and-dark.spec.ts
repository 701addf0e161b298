import { expect, leadArticle, test } from './paper.ts';

const paperColour = (page: import('@playwright/test').Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('light and dark follow the reader’s system setting', async ({ paper, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(await paper('home'));
  const light = await paperColour(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await paperColour(page);
  expect(light).not.toBe(dark);
});

test('the toggle works, is remembered on the next page, and applies before the first paint', async ({
  paper,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const front = await paper('home');
  await page.goto(front);
  const light = await paperColour(page);
  await page.locator('.bar .theme').click();
  await expect.poll(() => paperColour(page)).not.toBe(light);
  const dark = await paperColour(page);

  // The background colour of each frame, from the first one of the next page.
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      if (document.querySelector('body'))
        seen.push(getComputedStyle(document.documentElement).backgroundColor);
      requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(front + leadArticle);
  const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  const whileLoading = (await seen()).length;
  await expect.poll(async () => (await seen()).length).toBeGreaterThan(whileLoading + 10);
  expect(new Set(await seen())).toEqual(new Set([dark]));

  await page.locator('.bar .theme').click();
  await expect.poll(() => paperColour(page)).toBe(light);
  await page.reload();
  expect(await paperColour(page)).toBe(light);
});

test('the toggle works from the keyboard, and when storage is blocked', async ({ paper, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(await paper('home'));
  const dark = await paperColour(page);
  await page.locator('.bar .theme').focus();
  await page.keyboard.press('Space');
  await expect.poll(() => paperColour(page)).not.toBe(dark);
  expect(errors).toEqual([]);
});

test('a printed article is only the article, in dark mode too', async ({ paper, page }) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await page.goto((await paper('home')) + leadArticle);
  for (const shown of ['h1', '.standfirst', '.byline', '.body', '.note']) {
    await expect(page.locator(shown).first(), shown).toBeVisible();
  }
  for (const hidden of [
    '.sections',
    '.slot',
    '.side',
    '.related',
    '[data-comments="section"]',
    '.share',
    '.footer',
    '.breadcrumb',
  ]) {
    await expect(page.locator(hidden).first(), hidden).toBeHidden();
  }
  expect(await paperColour(page)).toBe('rgb(255, 254, 251)');
});
