import { violationsOn } from './axe.ts';
import { expect, isSaved, openAt, test } from './desk.ts';

test('stories are found by state and by words', async ({ page, desk }) => {
  await openAt(page, desk);
  await page.getByRole('radio', { name: 'Live' }).check();
  await expect(page.locator('.story-line')).toHaveCount(1);
  await page.getByRole('radio', { name: 'All' }).check();
  await page.getByRole('searchbox').fill('nobody ever wrote this');
  await expect(page.getByText('Nothing matches.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.locator('.story-line')).not.toHaveCount(0);
});

test('a new story begins with its headline, and is in the paper once it is saved', async ({
  page,
  desk,
}) => {
  await openAt(page, desk, '#/new');
  await page.getByLabel('Headline').fill('A bridge too few');
  await page.getByLabel('Section').selectOption({ index: 1 });
  await page.getByLabel('Author').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('Standfirst').fill('The town counts its bridges.');
  await page.getByLabel('Text').first().fill('\nThere are two.\n');
  await page.keyboard.press('Control+s');
  await isSaved(page);
  const year = await page.evaluate(() => new Date().getFullYear());
  const text = desk.read(`content/articles/${year}/a-bridge-too-few/index.md`);
  expect(text).toMatch(
    /headline: "A bridge too few"[^]*published: "\S+[+-]\d\d:\d\d"\ndraft: true/,
  );
});

test('a story is deleted after a question that names its files', async ({ page, desk }) => {
  // No part of a series: without one of those, there would be a gap, which is refused.
  await openAt(page, desk, '#/story/content/articles/2025/an-opinion/index.md');
  await page.getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('dialog', { name: 'Delete' });
  await expect(question).toContainText('content/articles/2025/an-opinion/index.md');
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'Stories' })).toBeVisible({ timeout: 20_000 });
  expect(() => desk.read('content/articles/2025/an-opinion/index.md')).toThrow(/ENOENT/);
});

const views = [
  'stories',
  'calendar',
  'new',
  'front',
  'sections',
  'topics',
  'redirects',
  'publish',
  'story/content/articles/2025/every-element/index.md',
  'file/content/authors/perpetua-vane.yaml',
];

test('axe finds nothing in any view, narrow and wide, light and dark', async ({ page, desk }) => {
  test.setTimeout(120_000);
  await openAt(page, desk);
  for (const view of views) {
    await page.evaluate((to) => {
      location.hash = `#/${to}`;
    }, view);
    await page.locator('main h1').waitFor();
    for (const [width, colorScheme] of [
      [360, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const shown = `${view}, ${colorScheme}, ${width} px`;
      expect.soft(await violationsOn(page), shown).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(sideways, `sideways scrolling: ${shown}`).toBe(0);
    }
  }
});

test('the keyboard reaches every part, and the language turns the page round', async ({
  page,
  desk,
}) => {
  await openAt(page, desk);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.getByRole('link', { name: 'Calendar' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  const chosen = page.locator('[role=gridcell][tabindex="0"]');
  const day = await chosen.getAttribute('data-day');
  await chosen.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[role=gridcell]:focus')).not.toHaveAttribute('data-day', day ?? '');
  await page.getByLabel('Language').selectOption('ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});
