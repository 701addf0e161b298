import type { Page } from '@playwright/test';
import { expect, templates, test } from './paper.ts';

/**
 * What a browser refuses on a page, from before the page's first line on: once, whether the page's own policy forbids
 * it, the one that the host sends, or both.
 */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', (event) => {
      refused.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  return () =>
    page.evaluate(() => [...new Set((window as unknown as { refused: string[] }).refused)]);
}

test('the policy of every template lets through all that is on it', async ({ paper, page }) => {
  test.slow();
  const front = await paper('home');
  const refused = await watchPolicy(page);
  for (const [name, path] of Object.entries(templates)) {
    await page.goto(front + path, { waitUntil: 'networkidle' });
    const policies = page.locator('meta[http-equiv="Content-Security-Policy"]');
    expect.soft(await policies.count(), name).toBe(1);
    await page.mouse.wheel(0, 20_000);
    await page.waitForLoadState('networkidle');
    expect.soft(await refused(), name).toEqual([]);
    const themed = await page.locator('html').getAttribute('data-script');
    const runs = themed !== null || path.startsWith('text/');
    expect.soft(runs, `the own script of the ${name} runs`).toBe(true);
  }
});

test('the policy lets a reader search', async ({ paper, page }) => {
  const refused = await watchPolicy(page);
  await page.goto(`${await paper('home')}search/?q=Kyiv`);
  await expect(page.locator('.hits li').first()).toBeVisible();
  expect(await refused()).toEqual([]);
});

test('the policy lets a card show its service, and nobody else', async ({ paper, page }) => {
  await page.route(/^https:/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>A film.</p>' }),
  );
  const refused = await watchPolicy(page);
  await page.goto(await paper('style-guide'));
  const guide = page.locator('a[data-embed]');
  const pages = await page
    .locator('h2 a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const address of pages) {
    await page.goto(address);
    if ((await guide.count()) > 0) break;
  }
  await guide.first().click();
  await expect(page.locator('iframe').first().contentFrame().getByText('A film.')).toBeVisible();
  expect(await refused()).toEqual([]);

  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.example/';
    document.body.append(frame);
  });
  await expect.poll(refused).toEqual([expect.stringContaining('frame-src https://evil.example')]);
});

test('a script that finds its way into a page does not run', async ({ paper, page }) => {
  const refused = await watchPolicy(page);
  await page.goto(await paper('home'));
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src="/none.png" onerror="window.pwnd=1">');
    const script = document.createElement('script');
    script.textContent = 'window.pwnd = 1';
    document.body.append(script);
  });
  await expect
    .poll(async () => (await refused()).toSorted())
    .toEqual(['script-src-attr inline', 'script-src-elem inline']);
  expect(await page.evaluate(() => 'pwnd' in window)).toBe(false);
});
