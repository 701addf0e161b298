import type { Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { expect, templates, test as base } from './paper.ts';

/** These tests leave no state in the browser, so each worker checks everything in one page. */
const test = base.extend<object, { shared: Page }>({
  shared: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
});

const pagesOf = {
  home: templates,
  'right-to-left': {
    'front page': '',
    topics: 'topics/',
    'year of the archive': 'archive/2025/',
    search: 'search/',
    'text front page': 'text/',
    'changes of a story': '2025/02/مكتبة-البلدة-تمدّد-ساعاتها/changes/',
  },
  hostile: {
    'front page': '',
    'section with parts and pages': 'oddities/',
    'second page of a section': 'oddities/2/',
    topics: 'topics/',
    'month of the archive': 'archive/2025/02/',
  },
  themed: {
    'front page': '',
    article: 'marsh/the-sluice-at-eel-lane/',
    opinion: 'views/a-tide-table-is-a-promise/',
    section: 'marsh/',
    search: 'search/',
  },
  'one-article': { 'front page': '', 'no corrections': 'corrections/' },
  'style-guide': {
    'front page': '',
    'every element': 'every-element/',
    'live story': 'a-live-story/',
    opinion: 'an-opinion/',
    'sponsored story': 'paid-for-by-somebody/',
    corrections: 'corrections/',
    'changes of a story': 'put-right-later/changes/',
    'earlier version': 'put-right-later/changes/1/',
    'story that changed': 'put-right-later/',
    page: 'about/',
  },
} as const;

const sidewaysScrolling = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [name, pages] of Object.entries(pagesOf)) {
  for (const [template, path] of Object.entries(pages)) {
    test(`axe finds nothing: ${name}, ${template}, narrow and wide, light and dark`, async ({
      paper,
      shared: page,
    }) => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto((await paper(name)) + path);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const shown = `${colorScheme}, ${width} px`;
          expect.soft(await violationsOn(page), shown).toEqual([]);
          expect.soft(await sidewaysScrolling(page), `sideways scrolling: ${shown}`).toBe(0);
        }
      }
    });
  }
}

test('axe finds nothing on an article in Arabic, right to left', async ({
  paper,
  shared: page,
}) => {
  const front = await paper('right-to-left');
  await page.goto(front);
  await page.locator('.teaser a').first().click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('h1')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

// In parts, so that each stays within its time limit on a slow machine.
const parts = 4;
for (let part = 0; part < parts; part += 1) {
  test(`axe finds nothing on any article of the hostile paper: part ${part + 1} of ${parts}`, async ({
    paper,
    shared: page,
  }) => {
    test.setTimeout(300_000);
    const front = await paper('hostile');
    const found: string[] = [];
    const listed = new Set<string>();
    await page.goto(`${front}archive/`);
    const months = await page
      .locator('.index li a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    for (const month of months) {
      await page.goto(month);
      const hrefs = await page
        .locator('.day a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      for (const href of hrefs) listed.add(href);
    }
    expect(listed.size).toBeGreaterThan(40);
    await page.setViewportSize({ width: 360, height: 800 });
    for (const href of [...listed].filter((_, index) => index % parts === part)) {
      await page.goto(href);
      for (const violation of await violationsOn(page)) found.push(`${href} ${violation}`);
      const overflow = await sidewaysScrolling(page);
      if (overflow > 0) found.push(`${href} scrolls sideways by ${overflow} px`);
    }
    expect(found).toEqual([]);
  });
}
