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

test('a reader with forced colours sees the icon of each tool in the colour of its word', async ({
  paper,
  page,
}) => {
  await page.goto((await paper('home')) + leadArticle);
  const tools = await page
    .locator('.tools button')
    .evaluateAll((buttons) =>
      buttons.map((button) => [
        getComputedStyle(button).color,
        getComputedStyle(button.querySelector('path') ?? button).stroke,
      ]),
    );
  expect(tools).toHaveLength(3);
  for (const [word, icon] of tools) expect(icon).toBe(word);
});
