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
  for (const slot of await page.locator('[data-unit]').all()) await expect(slot).toBeHidden();
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

/** Adds up what moves without the reader's own doing from now on. */
const watchShifts = async (page: Page): Promise<() => Promise<number>> => {
  const watch = () => {
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
  };
  await page.addInitScript(watch);
  await page.evaluate(watch);
  return () => page.evaluate(() => (window as unknown as { shift: number }).shift);
};

/** Brings the place of the second slot into view, which is closed as yet. */
const scrollToSecond = (page: Page): Promise<void> =>
  page.locator('.newsletter').evaluate((element) => {
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
  });

test('consent loads the network for nearby slots, and empty slots collapse', async ({
  paper,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const { ads, refused } = await open(page, await paper('third-parties'));
  const shift = await watchShifts(page);
  await scrollToSecond(page);
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
  expect(ads()).toHaveLength(1);
  expect(ads()[0]).toContain('client=ca-pub-1234567890123456');
  expect(await shift()).toBe(0);
  expect(refused).toEqual([]);
});

test('a reader who agrees in the middle of a story stays where they are reading', async ({
  paper,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, await paper('third-parties'));
  const line = page.locator('.newsletter');
  await line.evaluate((element) => {
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
  const place = () => line.evaluate((element) => element.getBoundingClientRect().top);
  const before = await place();
  await answerWith(page, 'Allow');
  await expect(page.locator('html')).toHaveAttribute('data-consent', 'yes');
  await expect(page.locator('[data-unit="1111111111"]')).toBeHidden();
  expect(await place()).toBe(before);
});

test('a reader who agreed earlier finds space reserved, so that nothing moves', async ({
  paper,
  page,
}) => {
  await open(page, await paper('third-parties'));
  await answerWith(page, 'Allow');
  const shift = await watchShifts(page);
  await page.reload({ waitUntil: 'networkidle' });
  await expect(page.locator('[data-unit="1111111111"]')).toBeVisible();
  expect(await shift()).toBe(0);
});

test('an answer older than half a year is asked for again, and no space is reserved meanwhile', async ({
  paper,
  page,
}) => {
  await page.addInitScript(() => {
    localStorage.setItem('consent', `yes ${String(Date.now() - 181 * 86_400_000)}`);
  });
  const { ads } = await open(page, await paper('third-parties'));
  await expect(dialog(page)).toBeVisible();
  await expect(page.locator('[data-unit="1111111111"]')).toBeHidden();
  expect(ads()).toEqual([]);
});

for (const width of [360, 768, 1280]) {
  test(`above a story’s text a network takes little room, at ${String(width)} px`, async ({
    paper,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, await paper('third-parties'));
    await answerWith(page, 'Allow');
    const slot = page.locator('[data-unit="1111111111"]');
    await expect(slot.locator('ins')).toHaveAttribute('data-ad-status', 'filled');
    const box = await slot.boundingBox();
    expect(box?.height).toBeLessThanOrEqual(width < 800 ? 90 : 130);
  });
}

test('a network that is blocked closes its slots once they are out of sight', async ({
  paper,
  page,
}) => {
  await open(page, await paper('third-parties'), (route) => route.abort());
  await scrollToSecond(page);
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
