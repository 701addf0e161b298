import { violationsOn } from './axe.ts';
import { analysis, expect, isSaved, openAt, test } from './desk.ts';

const story = `#/story/${analysis}`;

test('a changed headline is one changed line of the file', async ({ page, desk }) => {
  const before = desk.read(analysis);
  await openAt(page, desk, story);
  await page.getByLabel('Headline').fill('Another headline');
  await page.keyboard.press('Control+s');
  await isSaved(page);
  const changed = desk.read(analysis).split('\n');
  const lines = before.split('\n');
  expect(changed.filter((line, index) => line !== lines[index])).toEqual([
    'headline: "Another headline"',
  ]);
  expect(changed).toHaveLength(lines.length);
});

test('what the check refuses stands next to its field, and nothing is written', async ({
  page,
  desk,
}) => {
  const before = desk.read(analysis);
  await openAt(page, desk, story);
  const headline = page.getByLabel('Headline');
  await headline.fill('Long '.repeat(30));
  await expect(page.getByText('149 of 120 characters')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Nothing was saved.')).toBeVisible({ timeout: 20_000 });
  await expect(headline).toHaveAttribute('aria-invalid', 'true');
  await expect(headline).toHaveAccessibleDescription(/at most 120 characters/);
  expect(desk.read(analysis)).toBe(before);
  await page.getByRole('button', { name: 'headline' }).click();
  await expect(headline).toBeFocused();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await violationsOn(page)).toEqual([]);
});

test('a list of names is searched, added to and put in order', async ({ page, desk }) => {
  await openAt(page, desk, story);
  const field = page.getByPlaceholder('Add: Topic');
  await field.fill('Harbours');
  await page.keyboard.press('Enter');
  await field.fill('Bridges');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove Harbours' }).click();
  await page.keyboard.press('Control+s');
  await isSaved(page);
  expect(desk.read(analysis)).toMatch(/topics: \[.*Bridges\]/);
  expect(desk.read(analysis)).not.toContain('Harbours');
});

test('key points are written one after another, corrected where they stand and put in order', async ({
  page,
  desk,
}) => {
  await openAt(page, desk, story);
  await page.getByRole('button', { name: 'Add: Point' }).click();
  await expect(page.getByLabel('Point 1', { exact: true })).toBeFocused();
  await page.keyboard.type('The bridge stands');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Point 2', { exact: true })).toBeFocused();
  await page.keyboard.type('It has a toll.');
  await page.getByLabel('Point 1', { exact: true }).fill('The bridge stands.');
  await page.getByRole('button', { name: 'Move Point 2 up' }).click();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Control+s');
  await isSaved(page);
  expect(desk.read(analysis)).toMatch(/keyPoints:[^]*It has a toll\.[^]*The bridge stands\./);
});

test('a series is found by its title', async ({ page, desk }) => {
  await openAt(page, desk, story);
  await page.getByText('Rarely needed').click();
  const field = page.locator('[id="field-series.id"]');
  await field.fill('bridge');
  await expect(page.getByRole('option', { name: 'The bridge, in parts' })).toContainText(
    'the-bridge · 1, 2, 3',
  );
  await field.fill('A New River');
  await expect(page.getByRole('option', { name: 'New: “a-new-river”' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('a-new-river');
});

test('a crash between two keys loses none, and the restored text is offered', async ({
  page,
  desk,
  context,
}) => {
  await openAt(page, desk, story);
  await page.getByLabel('Headline').fill('');
  await page.getByLabel('Headline').pressSequentially('Typed before the crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');
  const next = await context.newPage();
  await openAt(next, desk, story);
  await expect(next.getByText('Restored from this device')).toBeVisible();
  await expect(next.getByLabel('Headline')).toHaveValue('Typed before the crash');
  await next.getByRole('button', { name: 'Show the differences' }).click();
  await expect(next.locator('ins').last()).toContainText('crash');
});
