import type { Browser } from '@playwright/test';
import { addUpShifts } from './layout-shift.ts';
import { expect, leadArticle, test } from './paper.ts';
import { nextFrames, scroll } from './scroll.ts';

/** What a first visit to an address fetches before the reader scrolls or clicks. */
async function firstView(browser: Browser, address: string, width: number) {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    deviceScaleFactor: width < 600 ? 2 : 1,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const icons: string[] = [];
  let bytes = 0;
  page.on('request', (request) => {
    if (request.url().startsWith('data:')) return;
    // The browser's tab requests it, not the page. Playwright never reports the favicon.ico requested otherwise.
    (request.url().endsWith('/favicon.svg') ? icons : requests).push(request.url());
  });
  page.on('requestfinished', (request) => {
    void request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
      bytes += responseBodySize + responseHeadersSize;
    });
  });
  const shift = await addUpShifts(page);
  await page.goto(address, { waitUntil: 'networkidle' });
  await nextFrames(page);
  const shifted = await shift();
  await context.close();
  return { requests, icons, bytes, shift: shifted };
}

const budgets = [
  { what: 'the article', path: leadArticle, requests: 3, bytes: 60 * 1024 },
  { what: 'the front page', path: '', requests: 8, bytes: 120 * 1024 },
];

for (const { what, path, ...budget } of budgets) {
  for (const width of [360, 768, 1280]) {
    test(`the first view of ${what} at ${width} px is within its budget and does not shift`, async ({
      paper,
      browser,
    }) => {
      const front = await paper('home');
      const { requests, icons, bytes, shift } = await firstView(browser, front + path, width);
      expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(budget.requests);
      expect(icons).toEqual([new URL('/favicon.svg', front).href]);
      expect(bytes).toBeLessThanOrEqual(budget.bytes);
      expect(bytes).toBeGreaterThan(10 * 1024);
      expect(shift).toBe(0);
      expect(requests.filter((request) => !request.startsWith(new URL(front).origin))).toEqual([]);
    });
  }
}

test('scrolling through an article shifts nothing and contacts no other host', async ({
  paper,
  page,
}) => {
  const front = await paper('home');
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:data:|http:\/\/127\.0\.0\.1)/.test(request.url())) foreign.push(request.url());
  });
  const shift = await addUpShifts(page);
  await page.goto(front + leadArticle);
  for (let turn = 0; turn < 15; turn += 1) {
    await scroll(page, 600);
  }
  await page.waitForLoadState('networkidle');
  const missing = () =>
    page.locator('img').evaluateAll(
      (images) =>
        // Beside a story, Must Read shows no pictures, so none of them load.
        images.filter(
          (image) => image.checkVisibility() && (image as HTMLImageElement).naturalWidth === 0,
        ).length,
    );
  await expect.poll(missing, { message: 'pictures that did not load' }).toBe(0);
  expect(await shift()).toBe(0);
  expect(foreign).toEqual([]);
});
