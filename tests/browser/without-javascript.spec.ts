import type { Page } from '@playwright/test';
import { expect, leadArticle, test } from './paper.ts';

/** The words of a page, without the buttons that need script. */
const wordsOf = (page: Page): Promise<string> =>
  page.locator('body').evaluate((body: HTMLElement) => {
    for (const button of body.querySelectorAll('button[data-feature]')) button.remove();
    return body.innerText;
  });

test('the article reads the same with JavaScript off', async ({ paper, browser, page }) => {
  const address = (await paper('home')) + leadArticle;
  await page.goto(address);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(address);
  // A button that cannot work is hidden, and the story stands where it would stand with it.
  await expect(page.locator('.tools button').first()).toBeVisible();
  await expect(plain.locator('button[data-feature]').filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('.bar .theme')).toBeVisible();
  await expect(plain.locator('.bar .theme')).toBeHidden();
  // The headline font is optional: the number of lines depends on whether it loaded in time.
  const top = async (some: typeof page) => (await some.locator('h1').boundingBox())?.y;
  expect(await top(plain)).toBe(await top(page));
  expect(await wordsOf(plain)).toBe(await wordsOf(page));
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
  await expect(page.locator('.embed-video a').first()).toHaveAttribute(
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
  const card = page.locator('.embed-video').first();
  const size = () => card.evaluate((box: HTMLElement) => [box.offsetWidth, box.offsetHeight]);
  const [width = 0, compact = 0] = await size();
  expect(compact).toBeLessThan(160);
  await card.locator('a').click();
  await expect(card.locator('iframe')).toBeVisible();
  await expect.poll(() => asked.length).toBe(1);
  expect(asked[0]).toMatch(/youtube-nocookie\.com|player\.vimeo\.com/);
  expect((await size())[1]).toBeCloseTo((width * 9) / 16, -1);
});

test('a post is fetched from its service only when the reader asks, and is as tall as the service says', async ({
  paper,
  page,
}) => {
  const address = `${await paper('style-guide')}every-element/`;
  const asked: string[] = [];
  await page.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => {
      asked.push(route.request().url());
      // Told as Mastodon and Bluesky do, as X does in text, and by nobody else.
      const body = `<title>post</title><script>
        parent.postMessage({ height: 300 }, '*');
        parent.postMessage(JSON.stringify({ params: [{ height: 345.5 }] }), '*');
      </script>`;
      return route.fulfill({ contentType: 'text/html', body });
    },
  );
  await page.goto(address);
  await page.locator('.recording').last().scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  const posts = page.locator('.embed:not(.embed-video)');
  const frames = [
    'https://platform.twitter.com/embed/Tweet.html?id=1234567890&dnt=true',
    'https://www.instagram.com/p/Cabc_123-x/embed',
    'https://www.tiktok.com/embed/v2/7123456789012345678',
    'https://embed.bsky.app/embed/example.com/app.bsky.feed.post/3kabcdefghi2x',
    'https://social.example/@example/112233445566778899/embed',
  ];
  await expect(posts).toHaveCount(frames.length);
  for (const [n, frame] of frames.entries()) {
    const post = posts.nth(n);
    const height = () => post.evaluate((box: HTMLElement) => box.offsetHeight);
    expect(await height()).toBeLessThan(200);
    await post.locator('a').press('Enter');
    await expect(post.locator('iframe')).toBeFocused();
    await expect(post.locator('iframe')).toHaveAttribute('sandbox', /^allow-scripts(?!.*top-nav)/);
    await expect(post.locator('iframe')).toHaveAttribute('referrerpolicy', 'no-referrer');
    await expect.poll(() => asked.at(-1)).toBe(frame);
    expect(asked).toHaveLength(n + 1);
    await expect.poll(height).toBe(347);
  }
});

/** The address of an article with a video, found as a reader would: through the sections. */
async function videoArticle(page: Page): Promise<string> {
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
      if ((await response.text()).includes('embed-video')) return href;
    }
  }
  throw new Error(`No article with a video was found from ${front}.`);
}
