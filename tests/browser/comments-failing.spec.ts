import type { Page, Route } from '@playwright/test';
import { expect, leadArticle, marks, partsOf, test, write } from './comments.ts';

const unreachable = 'Comments are unavailable at the moment.';
const notSent = /^Your comment could not be sent\. Your text is still here\. Please try again\./;
const api = '**/api/comment**';
const anyOrigin = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };

const failures: Record<string, (route: Route) => Promise<void>> = {
  'cannot be reached': (route) => route.abort(),
  'returns an error': (route) =>
    route.fulfill({ status: 500, headers: anyOrigin, json: { errno: 500, errmsg: 'EXP' } }),
  'denies access': (route) => route.fulfill({ status: 403, headers: anyOrigin, body: '' }),
  'returns an HTML page': (route) =>
    route.fulfill({ headers: anyOrigin, contentType: 'text/html', body: '<h1>Hello</h1>' }),
  'returns truncated JSON': (route) =>
    route.fulfill({ headers: anyOrigin, contentType: 'application/json', body: '{"errno":0,"da' }),
  'returns null': (route) => route.fulfill({ headers: anyOrigin, json: null }),
  'returns unexpected data': (route) =>
    route.fulfill({ headers: anyOrigin, json: { errno: 0, data: { nick: 7 } } }),
};

/** Intercepts only posts; reading goes to the real server. */
const failPosts = (page: Page, answer: (route: Route) => Promise<void>): Promise<unknown> =>
  page.route(api, (route) =>
    route.request().method() === 'POST' ? answer(route) : route.continue(),
  );

for (const [failure, answer] of Object.entries(failures)) {
  test(`a service that ${failure} is reported to the reader, who can try again`, async ({
    reader,
  }) => {
    const { page, open } = reader;
    await page.route(api, answer);
    await open(leadArticle);
    await expect(page.getByText(unreachable)).toBeVisible();
    await expect(partsOf(page).comment).toHaveCount(0);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Leave a reply' })).toBeFocused();
    await expect(partsOf(page).comment).toBeVisible();
    await expect(page.getByText(unreachable)).toHaveCount(0);
  });

  test(`a comment for a service that ${failure} is kept, even across a reload, and can be sent later`, async ({
    reader,
    comments,
  }) => {
    const { page, open } = reader;
    const words = `Words for a service that ${failure}`;
    await open(leadArticle);
    await expect(partsOf(page).comment).toBeVisible();
    await failPosts(page, answer);
    await write(page, 'Ann', words);
    const { status, comment, name, send } = partsOf(page);
    await expect(status).toHaveText(notSent);
    await expect(status).not.toContainText('EXP');
    await expect(comment).toHaveValue(words);
    await page.unrouteAll();
    await page.reload();
    await page.locator(marks.section).scrollIntoViewIfNeeded();
    await expect(comment).toHaveValue(words);
    await expect(name).toHaveValue('Ann');
    await send.click();
    await expect(status).toHaveText('Your comment has been published.');
    await expect(comment).toHaveValue('');
    const kept = await comments.thread(`/paper/${leadArticle}`);
    expect(kept.filter((one) => one.comment.includes(words))).toHaveLength(1);
  });
}

test('a service that hangs times out after eight seconds, for reading and writing', async ({
  reader,
}) => {
  test.setTimeout(60_000);
  const { page, open } = reader;
  const hang = (): Promise<void> => new Promise(() => undefined);
  await page.route(api, hang);
  await open(leadArticle);
  await expect(page.getByText('Loading comments…')).toBeVisible();
  const began = Date.now();
  await expect(page.getByText(unreachable)).toBeVisible({ timeout: 10_000 });
  expect(Date.now() - began).toBeGreaterThan(6000);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(partsOf(page).comment).toBeVisible();
  await failPosts(page, hang);
  await write(page, 'Ann', 'Into the silence');
  const { status, comment, send } = partsOf(page);
  await expect(status).toHaveText('Sending…');
  // A second click while a comment is being sent does not send it twice.
  await send.click();
  await expect(status).toHaveText(notSent, { timeout: 10_000 });
  await expect(comment).toHaveValue('Into the silence');
  await page.unrouteAll();
});

test('the reader sees why the service rejected a comment', async ({ reader }) => {
  const { page, open } = reader;
  await open(leadArticle);
  await write(page, 'Ann', 'Said twice');
  await expect(partsOf(page).status).toHaveText('Your comment has been published.');
  await write(page, 'Ann', 'Said twice');
  await expect(partsOf(page).status).toHaveText(notSent);
  await expect(partsOf(page).status).toContainText('Duplicate Content');
  await expect(partsOf(page).comment).toHaveValue('Said twice');
});

test('a page of comments that fails to load is reported, and can be requested again', async ({
  reader,
  comments,
}) => {
  const { page, open } = reader;
  for (let n = 1; n <= 11; n += 1) {
    await comments.post({
      nick: `R${n}`,
      comment: `Failing page ${n}`,
      url: `/paper/${leadArticle}`,
    });
  }
  await open(leadArticle);
  const more = page.getByRole('button', { name: 'More comments' });
  await expect(more).toBeVisible();
  const before = await partsOf(page).items.count();
  await page.route(api, (route) => route.abort());
  await more.click();
  await expect(page.getByText(unreachable)).toBeVisible();
  await page.unrouteAll();
  await more.click();
  await expect(page.getByText(unreachable)).toBeHidden();
  await expect.poll(() => partsOf(page).items.count()).toBeGreaterThan(before);
});

test('a blocked script leaves a message and a way to try again', async ({ reader }) => {
  const { page, at } = reader;
  await page.route('**/_astro/reply.*.js', (route) => route.abort());
  const missing: string[] = [];
  page.on('requestfailed', (request) => missing.push(request.url()));
  await page.goto(at(leadArticle));
  // The failed import is the only error on the page.
  await page.evaluate(() => {
    addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
    });
  });
  await page.locator(marks.section).scrollIntoViewIfNeeded();
  await expect.poll(() => missing.length).toBeGreaterThan(0);
  const { section } = partsOf(page);
  await expect(section).toContainText('Comments load here when JavaScript is on.');
  await page.unrouteAll();
  await section.getByRole('link', { name: 'Reload' }).click();
  await page.locator(marks.section).scrollIntoViewIfNeeded();
  await expect(partsOf(page).comment).toBeVisible();
});

test('a blocked stylesheet leaves a working form', async ({ reader }) => {
  const { page, open } = reader;
  await page.route('**/_astro/reply.*.css', (route) => route.abort());
  await open(leadArticle);
  await write(page, 'Ann', 'Without style');
  await expect(page.locator(marks.words).first()).toHaveText('Without style');
});

test('without storage everything works, except that nothing is remembered', async ({ reader }) => {
  const { page, open } = reader;
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }
  });
  await open(leadArticle);
  await write(page, 'Ann', 'Without memory');
  await expect(partsOf(page).status).toHaveText('Your comment has been published.');
});

test('without JavaScript the section says that it is needed, and what to do', async ({
  reader,
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(reader.at(leadArticle));
  await expect(page.locator(marks.section)).toContainText(
    'Comments load here when JavaScript is on.',
  );
  await page.locator(marks.section).getByRole('link', { name: 'Reload' }).click();
  await expect(page.locator('h1')).toBeVisible();
  await context.close();
});
