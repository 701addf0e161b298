import { expect, leadArticle, test } from './paper.ts';

test.use({ contextOptions: { forcedColors: 'active' } });

test('a reader with forced colours sees the current section and the toggle of light and dark', async ({
  paper,
  page,
}) => {
  await page.goto((await paper('home')) + leadArticle);
  const outlineOf = (name: string): Promise<string> =>
    page
      .locator('.masthead, header, body')
      .first()
      .getByRole('link', { name, exact: true })
      .first()
      .evaluate((link) => getComputedStyle(link).outlineStyle);
  expect(
    await page
      .locator('a[aria-current]')
      .first()
      .evaluate((link) => getComputedStyle(link).outlineStyle),
  ).toBe('solid');
  expect(await outlineOf('Opinion')).toBe('none');
  await expect(page.locator('.theme, [data-theme-toggle]').first()).toBeVisible();
});
