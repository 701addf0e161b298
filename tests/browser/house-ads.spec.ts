import type { Page } from '@playwright/test';
import { addUpShifts } from './layout-shift.ts';
import { expect, leadArticle, test } from './paper.ts';

/** The links of the two advertisements that the rail of the front page rotates. */
const links = ['/rss.xml', '/about/'];

const shownIn = async (page: Page): Promise<string | null> => {
  const ad = page.locator('.rail .slot a');
  await expect(ad).toHaveCount(1);
  return ad.getAttribute('href');
};

test('house advertisements rotate day by day, and only the one that is shown is fetched', async ({
  paper,
  browser,
}) => {
  const front = await paper('home');
  const seen: (string | null)[] = [];
  for (const day of ['2025-03-01', '2025-03-02', '2025-03-03', '2025-03-04']) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.clock.setFixedTime(`${day}T12:00:00Z`);
    const pictures: string[] = [];
    page.on('request', (request) => {
      if (/rectangle/.test(request.url())) pictures.push(request.url());
    });
    const shift = await addUpShifts(page);
    await page.goto(front);
    const slot = page.locator('.rail .slot');
    await slot.scrollIntoViewIfNeeded();
    await expect(slot.locator('img')).toHaveJSProperty('complete', true);
    const link = await shownIn(page);
    seen.push(link);
    const name = link === '/rss.xml' ? 'subscribe-rectangle' : 'make-yours-rectangle';
    expect(pictures.length).toBe(1);
    expect(pictures[0]).toContain(name);
    expect(await slot.locator('a').boundingBox()).toMatchObject({ width: 300, height: 250 });
    expect(await shift()).toBe(0);
    await context.close();
  }
  expect(seen[0]).not.toBe(seen[1]);
  expect(seen).toEqual([seen[0], seen[1], seen[0], seen[1]]);
  expect([...new Set(seen)].sort()).toEqual([...links].sort());
});

test('house advertisements follow the reader’s own clock', async ({ paper, browser }) => {
  const front = await paper('home');
  const at = async (time: string, timezoneId: string): Promise<string | null> => {
    const context = await browser.newContext({ timezoneId });
    const page = await context.newPage();
    await page.clock.setFixedTime(time);
    await page.goto(front);
    const link = await shownIn(page);
    await context.close();
    return link;
  };
  const first = await at('2025-03-01T12:00:00Z', 'UTC');
  expect(await at('2025-02-28T11:00:00Z', 'Pacific/Kiritimati')).toBe(first);
  expect(await at('2025-03-02T03:00:00Z', 'America/St_Johns')).toBe(first);
  expect(await at('2025-03-02T04:00:00Z', 'America/St_Johns')).not.toBe(first);
});

test('without JavaScript a slot shows the advertisement in the markup', async ({
  paper,
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(await paper('home'));
  expect(links).toContain(await shownIn(page));
  await expect(page.locator('.rail .slot img')).toBeVisible();
  await context.close();
});

for (const width of [320, 360, 599, 600, 768, 1000, 1280]) {
  test(`the advertisements above the text of a story leave room for it, at ${String(width)} px`, async ({
    paper,
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto((await paper('home')) + leadArticle);
    const heightOf = async (slot: string): Promise<number> =>
      (await page.locator(slot).boundingBox())?.height ?? Infinity;
    expect(await heightOf('body > .slot')).toBeLessThanOrEqual(56);
    expect(await heightOf('.story > .slot')).toBeLessThanOrEqual(64);
  });
}

test('a line of advertising is high enough for a finger', async ({ paper, page }) => {
  await page.goto((await paper('home')) + leadArticle);
  const links = page.locator('.slot-line a').filter({ visible: true });
  for (const link of await links.all())
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  expect(await links.count()).toBe(2);
});
