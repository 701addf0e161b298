import { violationsOn } from './axe.ts';
import { analysis, expect, isSaved, openAt, test } from './desk.ts';

const story = `#/story/${analysis}`;

test('a story that changed on disk is shown beside mine, and both are put together', async ({
  page,
  desk,
}) => {
  const before = desk.read(analysis);
  await openAt(page, desk, story);
  await page.getByLabel('Headline').fill('My headline');
  desk.write(analysis, `${before.trimEnd()}\n\nTheir paragraph.\n`);
  await expect(page.getByRole('alert')).toContainText('Both versions');
  await expect(page.locator('.differences')).toContainText('Their paragraph.');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Combine both' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await isSaved(page);
  expect(desk.read(analysis)).toContain('My headline');
  expect(desk.read(analysis)).toContain('Their paragraph.');
});

test('a save over a change that nobody told of is refused, and mine wins only if I say so', async ({
  page,
  desk,
}) => {
  await page.route('**/desk-api/watch', (route) => route.abort());
  const before = desk.read(analysis);
  await openAt(page, desk, story);
  await page.getByLabel('Headline').fill('My headline');
  const theirs = before.replace(/^headline: .*$/m, 'headline: "Their headline"');
  desk.write(analysis, theirs);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('so the two cannot be combined')).toBeVisible();
  expect(desk.read(analysis)).toBe(theirs);
  await page.getByRole('button', { name: 'Keep mine over theirs' }).click();
  await page
    .getByRole('dialog', { name: 'Keep mine over theirs' })
    .getByRole('button', { name: 'Keep mine over theirs' })
    .click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await isSaved(page);
  expect(desk.read(analysis)).toContain('headline: "My headline"');
});

test('offline, a save keeps the text on the device, and works once there is a connection', async ({
  page,
  desk,
}) => {
  await openAt(page, desk, story);
  await page.getByLabel('Headline').fill('Written on a train');
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Offline: the desk on this machine')).toBeVisible();
  await page.unroute('**/api/v1/**');
  await page.keyboard.press('Control+s');
  await isSaved(page);
  expect(desk.read(analysis)).toContain('Written on a train');
});

test('a desk that stops while somebody writes loses nothing: its next address, in the same page, goes on', async ({
  page,
  desk,
}) => {
  await openAt(page, desk, story);
  await page.getByLabel('Headline').fill('Written before');
  await desk.stopServer();
  await page.getByLabel('Headline').fill('Written while it was stopped');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Offline: the desk on this machine does not answer.')).toBeVisible();
  const next = await desk.startServer();
  await page.keyboard.press('Control+s');
  await expect(
    page.getByRole('paragraph').filter({ hasText: 'The desk has been restarted since' }).last(),
  ).toBeVisible();
  await page.goto(next);
  await expect(page).not.toHaveURL(/token=/);
  await expect(page.getByLabel('Headline')).toHaveValue('Written while it was stopped');
  await page.keyboard.press('Control+s');
  await isSaved(page);
  expect(desk.read(analysis)).toContain('Written while it was stopped');
});
