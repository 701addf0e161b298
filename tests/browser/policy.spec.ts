import type { Page } from '@playwright/test';
import { expect, templates, test } from './paper.ts';

/**
 * Records what a browser blocks on a page, from before its first line on. Each violation is listed once, whether it
 * breaks the page's own policy, the one that the host sends, or both.
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

test('the policy of every template allows everything on the page', async ({ paper, page }) => {
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
    expect.soft(runs, `the ${name} page's own script runs`).toBe(true);
  }
});

test('the policy allows searching', async ({ paper, page }) => {
  const refused = await watchPolicy(page);
  await page.goto(`${await paper('home')}search/?q=Kyiv`);
  await expect(page.locator('.hits li').first()).toBeVisible();
  expect(await refused()).toEqual([]);
});

test('the policy lets an embed show its service, and no other', async ({ paper, page }) => {
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

test('a script in the HTML of a page that is not the paper’s own does not run', async ({
  paper,
  page,
}) => {
  const refused = await watchPolicy(page);
  const front = await paper('home');
  const hostile =
    '<img src="/none.png" onerror="window.pwnd=1"><script>window.pwnd=1</script>' +
    '<script src="/sw.js"></script>';
  await page.route(front, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace('</main>', `${hostile}</main>`);
    await route.fulfill({ response, body: html });
  });
  await page.goto(front);
  await expect
    .poll(async () => (await refused()).toSorted())
    .toEqual(['script-src-attr inline', `script-src-elem ${front}sw.js`, 'script-src-elem inline']);
  expect(await page.evaluate(() => 'pwnd' in window)).toBe(false);
});

test('on a page without scripts, even one that is added later does not run', async ({
  paper,
  page,
}) => {
  const refused = await watchPolicy(page);
  await page.goto(`${await paper('home')}text/`);
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
