import { expect, leadArticle, marks, partsOf, seeRequests, test, write } from './comments.ts';
import { addUpShifts } from './layout-shift.ts';
import { nextFrames, scroll } from './scroll.ts';

/** The thread id of the lead article on the server. */
const key = `/paper/${leadArticle}`;

test.describe('the comments of an article', () => {
  test('load nothing before the reader gets close', async ({ reader }) => {
    const { page, at, asked } = reader;
    const ours = () =>
      asked
        .filter((address) => /\/_astro\/reply\.|\/api\//.test(address))
        .map((address) => address.replace(/\.[\da-f]{8}\./, '.').replace(/\?.*/, ''));
    await page.goto(at(leadArticle));
    await scroll(page, 600);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
    await nextFrames(page);
    await seeRequests(page);
    expect(ours()).toEqual([]);
    await page.locator('.related').scrollIntoViewIfNeeded();
    await expect(partsOf(page).comment).toBeVisible();
    expect(ours()).toEqual([
      at('_astro/reply.js'),
      at('_astro/reply.css'),
      'http://127.0.0.1:8360/api/comment',
    ]);
  });

  test('open at once if the address points to them', async ({ reader }) => {
    await reader.page.goto(reader.at(`${leadArticle}#leave-a-reply`));
    await expect(partsOf(reader.page).comment).toBeInViewport();
  });

  test('do not shift the page, however long the thread, if they load above the viewport', async ({
    reader,
    comments,
  }) => {
    const { page, at } = reader;
    for (let n = 0; n < 5; n += 1) {
      await comments.post({ nick: 'A', comment: `${n} `.repeat(200), url: key });
    }
    const shift = await addUpShifts(page);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(at(leadArticle));
      await page.mouse.move(100, 400);
      const script = page.locator('script[src*="/reply."]');
      while ((await script.count()) === 0) await scroll(page, 250);
      await expect(page.locator(marks.count)).toHaveText('5');
      await expect(page.locator(marks.section)).not.toBeInViewport();
      const isAtEnd = () =>
        page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
      while (!(await isAtEnd())) await scroll(page, 250);
      expect(await shift(), `${width} px`).toBe(0);
    }
  });

  test('follow the page between light and dark', async ({ reader }) => {
    const { page, open } = reader;
    await page.emulateMedia({ colorScheme: 'light' });
    await open(leadArticle);
    const colour = () =>
      partsOf(page).comment.evaluate((box) => getComputedStyle(box).backgroundColor);
    await expect(partsOf(page).comment).toBeVisible();
    const light = await colour();
    await page.locator('.bar .theme').click();
    await expect.poll(colour).not.toBe(light);
  });
});

test.describe('a comment', () => {
  test('needs text and a name: both errors are shown under their fields, and the first has the focus', async ({
    reader,
  }) => {
    const { page, open } = reader;
    const { comment, name, send } = partsOf(page);
    await open(leadArticle);
    await send.click();
    await expect(comment).toHaveAccessibleDescription('Please enter your comment!');
    await expect(name).toHaveAccessibleDescription('Please enter your name here');
    await expect(page.getByText('Please enter your comment!')).toBeVisible();
    await expect(page.getByText('Please enter your name here')).toBeVisible();
    await expect(comment).toHaveAttribute('aria-invalid', 'true');
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await expect(comment).toBeFocused();

    await comment.fill('Words');
    await expect(comment).not.toHaveAttribute('aria-invalid');
    await expect(page.getByText('Please enter your comment!')).toBeHidden();
    await name.fill('   ');
    await send.click();
    await expect(name).toBeFocused();
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await expect(partsOf(page).items).toHaveCount(0);
  });

  test('appears at once, after a reload, and for others', async ({ reader }) => {
    const { page, open, another, at } = reader;
    await open(leadArticle);
    await expect(page.getByText('No comments yet')).toBeVisible();
    await write(page, 'Ann Reader', 'A first *word*.\n\nAnd a second.');
    const { status, items, comment, name } = partsOf(page);
    await expect(status).toHaveText('Your comment has been published.');
    await expect(comment).toHaveValue('');
    const other = await another();
    await other.goto(at(`${leadArticle}#leave-a-reply`));
    for (const seen of [page, other]) {
      if (seen === page) {
        await page.reload();
        await page.locator(marks.section).scrollIntoViewIfNeeded();
      }
      const item = partsOf(seen).items.first();
      await expect(item.locator('bdi')).toHaveText('Ann Reader');
      await expect(item.locator('> [dir="auto"] p')).toHaveText(['A first word.', 'And a second.']);
      await expect(item.locator('em').first()).toHaveText('word');
      await expect(seen.getByRole('heading', { name: '1 comment' })).toBeVisible();
      await expect(seen.getByRole('link', { name: 'Leave a reply 1' })).toBeAttached();
    }
    await expect(items).toHaveCount(1);
    // In the paper's time zone, along with a machine-readable time.
    const time = items.first().locator('time');
    const moment = new Date((await time.getAttribute('datetime')) ?? '');
    expect(Math.abs(Date.now() - moment.getTime())).toBeLessThan(60_000);
    await expect(time).toHaveText(
      moment.toLocaleString('en-GB', {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: 'Europe/Kyiv',
      }),
    );
    // The name is kept for the next comment.
    await expect(name).toHaveValue('Ann Reader');
  });

  test('may be a reply, which appears below the comment it answers', async ({ reader }) => {
    const { page, open } = reader;
    await open(leadArticle);
    await write(page, 'Ann', 'The first');
    await write(page, 'Ben', 'Another first');
    await page.getByRole('button', { name: 'Reply to Ann' }).click();
    const { comment, status } = partsOf(page);
    await expect(comment).toBeFocused();
    await expect(page.getByText('Replying to Ann')).toBeVisible();
    await write(page, 'Cy', 'The reply');
    await expect(status).toHaveText('Your comment has been published.');
    await page.getByRole('button', { name: 'Reply to Cy' }).click();
    await write(page, 'Dee', 'The reply to the reply');
    await page.getByRole('button', { name: 'Reply to Ann' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Replying to Ann')).toBeHidden();
    await expect(comment).toBeFocused();
    for (const again of [false, true]) {
      if (again) {
        await page.reload();
        await page.locator(marks.section).scrollIntoViewIfNeeded();
      }
      const under = (name: string) =>
        page.locator(marks.comment, { has: page.locator(`> p bdi:text-is("${name}")`) });
      await expect(page.getByRole('heading', { name: '4 comments' })).toBeVisible();
      await expect(under('Ann').locator(`> ol > ${marks.comment} > p bdi`)).toHaveText('Cy');
      await expect(under('Cy').locator(`> ol > ${marks.comment} > p bdi`)).toHaveText('Dee');
      await expect(under('Ben').locator(marks.comment)).toHaveCount(0);
    }
  });

  test('that is still being sent does not interrupt the reader writing the next', async ({
    reader,
  }) => {
    const { page, open } = reader;
    await open(leadArticle);
    const { comment, status } = partsOf(page);
    await write(page, 'Ann', 'The first');
    await expect(status).toHaveText('Your comment has been published.');
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/api/comment?**', async (route) => {
      if (route.request().method() === 'POST') await arrived;
      await route.continue();
    });
    await write(page, 'Ben', 'Another first');
    await page.getByRole('button', { name: 'Reply to Ann' }).click();
    arrive();
    await expect(status).toHaveText('Your comment has been published.');
    await expect(comment).toBeFocused();
    await expect(page.getByText('Replying to Ann')).toBeVisible();
    await write(page, 'Cy', 'The reply');
    const ann = page.locator(marks.comment, { hasText: 'The first' });
    await expect(ann.locator(`${marks.comment} > p bdi`)).toHaveText('Cy');
  });

  test('appears only in its own story', async ({ reader, comments }) => {
    const { page, open } = reader;
    await open(leadArticle);
    await write(page, 'Ann', 'Only here');
    await expect(page.getByText('Only here')).toBeVisible();
    await open('2025/02/natos-answer-unity-and-no-promise/');
    await expect(page.getByText('No comments yet')).toBeVisible();
    const stored = await comments.thread(key);
    expect(stored.map(({ nick }) => nick)).toEqual(['Ann']);
  });

  test('can be written, replied to and sent by keyboard alone', async ({ reader }) => {
    const { page, open } = reader;
    await open(leadArticle);
    const { comment, name, send, status } = partsOf(page);
    await comment.focus();
    await page.keyboard.type('From the keyboard');
    await page.keyboard.press('Tab');
    await expect(name).toBeFocused();
    await page.keyboard.type('Kit');
    await page.keyboard.press('Tab');
    await expect(send).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(status).toHaveText('Your comment has been published.');
    // The comment has the focus now, so its own button is next.
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Reply to Kit' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(comment).toBeFocused();
    await page.keyboard.type('And again');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator(`${marks.comment} ${marks.words}`)).toHaveText('And again');
  });
});

test('a long thread loads in pages, without duplicates', async ({ reader, comments }) => {
  const { page, open } = reader;
  for (let n = 1; n <= 12; n += 1) {
    await comments.post({ nick: `Reader ${n}`, comment: `Word ${n}`, url: key });
  }
  await open(leadArticle);
  const { items } = partsOf(page);
  await expect(items).toHaveCount(10);
  await expect(page.getByRole('heading', { name: '12 comments' })).toBeVisible();
  await write(page, 'Late', 'Posted meanwhile');
  await expect(items).toHaveCount(11);
  await page.getByRole('button', { name: 'More comments' }).press('Enter');
  await expect(items).toHaveCount(13);
  await expect(page.getByRole('button', { name: 'More comments' })).toBeHidden();
  const names = await items.locator('> p bdi').allTextContents();
  expect(new Set(names).size).toBe(13);
  await expect(items.nth(11)).toBeFocused();
});
