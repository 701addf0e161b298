import { expect, leadArticle, test } from './paper.ts';

test('the article reads the same with JavaScript off', async ({ paper, browser, page }) => {
  const address = (await paper('home')) + leadArticle;
  await page.goto(address);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(address);
  expect(await plain.locator('body').innerText()).toBe(await page.locator('body').innerText());
  // A button that could do nothing is not shown, and its place is kept.
  await expect(page.locator('.theme')).toBeVisible();
  await expect(plain.locator('.theme')).toBeHidden();
  // The headline font is optional: how many lines it takes depends on whether it came in time.
  const top = async (some: typeof page) => (await some.locator('h1').boundingBox())?.y;
  expect(await top(plain)).toBe(await top(page));
  await context.close();
});

test('a video without JavaScript is a link to its page', async ({ paper, browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const front = await paper('hostile');
  await page.goto(`${front}rss.xml`);
  await page.goto(front);
  const links = await videoArticle(page);
  await page.goto(links);
  await expect(page.locator('.video a').first()).toHaveAttribute(
    'href',
    /^https:\/\/(?:www\.youtube\.com|vimeo\.com)\//,
  );
  await context.close();
});

test('a video is fetched from its host only when the reader plays it', async ({ paper, page }) => {
  const front = await paper('hostile');
  await page.goto(front);
  const asked: string[] = [];
  await page.route(/youtube|vimeo/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<title>player</title>' });
  });
  await page.goto(await videoArticle(page));
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  const card = page.locator('.video').first();
  const size = () => card.evaluate((box: HTMLElement) => [box.offsetWidth, box.offsetHeight]);
  const before = await size();
  await card.locator('a').click();
  await expect(card.locator('iframe')).toBeVisible();
  await expect.poll(() => asked.length).toBe(1);
  expect(asked[0]).toMatch(/youtube-nocookie\.com|player\.vimeo\.com/);
  expect(await size()).toEqual(before);
});

/** The address of an article with a video, found as a reader would: by going through the sections. */
async function videoArticle(page: import('@playwright/test').Page): Promise<string> {
  const front = page.url();
  const sections = await page
    .locator('.sections a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const section of sections) {
    await page.goto(section);
    const hrefs = await page
      .locator('.teaser a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    for (const href of hrefs) {
      const response = await page.request.get(href);
      if ((await response.text()).includes('data-video=')) return href;
    }
  }
  throw new Error(`No article with a video was found from ${front}.`);
}
