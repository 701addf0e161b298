import type { Page, Route } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { expect, test } from './paper.ts';

// The third parties are simulated by their contracts; the live services are never contacted.
const network = 'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js';
const unfilled = `
  (window.adsbygoogle = window.adsbygoogle || []).push = () => {
    for (const place of document.querySelectorAll('ins.adsbygoogle:not([data-ad-status])'))
      place.dataset.adStatus = place.dataset.adSlot === '2222222222' ? 'unfilled' : 'filled';
  };
  adsbygoogle.push({});`;

const story = 'town/';

/** Opens the story of the paper with simulated third parties, and records the requests to them. */
async function open(
  page: Page,
  front: string,
  answer: (route: Route) => Promise<void> = (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      headers: { 'Access-Control-Allow-Origin': '*' },
      body: route.request().url().startsWith(network) ? unfilled : '',
    }),
) {
  const asked: string[] = [];
  const refused: string[] = [];
  await page.route(/^https:/, (route) => {
    asked.push(route.request().url());
    return answer(route);
  });
  await page.exposeFunction('refuse', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      (window as unknown as { refuse: (what: string) => void }).refuse(
        `${effectiveDirective} ${blockedURI}`,
      );
    });
  });
  await page.goto(front + story);
  await page.locator('.teaser a').first().click();
  await page.waitForLoadState('networkidle');
  return { refused, ads: () => asked.filter((url) => url.startsWith(network)) };
}

const dialog = (page: Page) => page.getByRole('dialog', { name: /advertising/ });
const answerWith = (page: Page, name: 'Allow' | 'Refuse') =>
  page.getByRole('button', { name, exact: true }).click();

test('a reader is asked before a network loads, with two buttons of the same size', async ({
  paper,
  page,
}) => {
  const { ads, refused } = await open(page, await paper('third-parties'));
  await expect(dialog(page)).toBeVisible();
  const [no, yes] = await Promise.all(
    ['Refuse', 'Allow'].map((name) =>
      page.getByRole('button', { name, exact: true }).boundingBox(),
    ),
  );
  expect([no?.width, no?.height]).toEqual([yes?.width, yes?.height]);
  expect(await violationsOn(page)).toEqual([]);
  expect(ads()).toEqual([]);
  expect(refused).toEqual([]);
});

test('a refusal is remembered: the reader is not asked again, and no space is reserved for advertisements', async ({
  paper,
  page,
}) => {
  const { ads } = await open(page, await paper('third-parties'));
  await answerWith(page, 'Refuse');
  await expect(dialog(page)).toBeHidden();
  await page.reload();
  await page.waitForLoadState('networkidle');
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator('.slot-network').first()).toBeHidden();
  expect(ads()).toEqual([]);
});

test('consent loads the network for nearby slots, and empty slots collapse', async ({
  paper,
  page,
}) => {
  const { ads, refused } = await open(page, await paper('third-parties'));
  await page.evaluate(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { hadRecentInput, value } = entry as PerformanceEntry & {
          hadRecentInput: boolean;
          value: number;
        };
        if (!hadRecentInput) (window as unknown as { shift: number }).shift += value;
      }
    }).observe({ type: 'layout-shift' });
  });
  await page.locator('[data-unit="2222222222"]').scrollIntoViewIfNeeded();
  await answerWith(page, 'Allow');
  await expect(page.locator('[data-unit="2222222222"] ins')).toHaveAttribute(
    'data-ad-status',
    'unfilled',
  );
  await expect(page.locator('[data-unit="2222222222"]')).toBeVisible();
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await expect(page.locator('[data-unit="2222222222"]')).toBeHidden();
  await expect(page.locator('[data-unit="1111111111"] ins')).toHaveAttribute(
    'data-ad-status',
    'filled',
  );
  await expect(page.locator('[data-unit="1111111111"]')).toBeVisible();
  expect(ads()).toHaveLength(1);
  expect(ads()[0]).toContain('client=ca-pub-1234567890123456');
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
  expect(refused).toEqual([]);
});

test('a network that is blocked closes its slots once they are out of sight', async ({
  paper,
  page,
}) => {
  await open(page, await paper('third-parties'), (route) => route.abort());
  await page.locator('[data-unit="2222222222"]').scrollIntoViewIfNeeded();
  await answerWith(page, 'Allow');
  await expect(page.locator('[data-unit="2222222222"]')).toBeVisible();
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await expect(page.locator('[data-unit="2222222222"]')).toBeHidden();
});

test('Global Privacy Control counts as a refusal, and nobody is asked', async ({ paper, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
  });
  const { ads } = await open(page, await paper('third-parties'));
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator('.slot-network').first()).toBeHidden();
  expect(ads()).toEqual([]);
});

test('consent can be withdrawn from the footer, by keyboard', async ({ paper, page }) => {
  const { ads } = await open(page, await paper('third-parties'));
  await answerWith(page, 'Allow');
  await expect.poll(() => ads().length).toBe(1);
  await page.getByRole('button', { name: 'Privacy choices' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await page.getByRole('button', { name: 'Refuse', exact: true }).focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await page.waitForLoadState('networkidle');
  await expect(dialog(page)).toBeHidden();
  expect(ads()).toHaveLength(1);
});

test('visits are counted by the configured service, and by no other', async ({ paper, page }) => {
  const counted = page.waitForRequest('https://count.example/js/script.js');
  const { refused } = await open(page, await paper('third-parties'));
  await counted;
  const script = page.locator('script[src^="https://count.example"]');
  await expect(script).toHaveAttribute('data-domain', 'quillhaven-courier.example');
  expect(refused).toEqual([]);
});
