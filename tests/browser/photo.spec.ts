import { violationsOn } from './axe.ts';
import { expect, test } from './paper.ts';

test('a picture opens large, and keys go to the others and back to where the reader was', async ({
  paper,
  page,
}) => {
  await page.goto(`${await paper('style-guide')}every-element/`);
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  const links = page.locator('[data-feature=photo]');
  await expect(links).toHaveCount(5);
  await page.waitForLoadState('networkidle');
  expect(scripts).toEqual([]);

  await links.first().focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'A bridge of three arches over a wide river.' });
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('The picture at the head, from the frontmatter.');
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
  expect(scripts).toHaveLength(1);
  expect(await violationsOn(page)).toEqual([]);

  await page.keyboard.press('ArrowRight');
  const shown = page.getByRole('dialog').locator('img');
  await expect(shown).toHaveAttribute('alt', 'A bridge of three arches');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(shown).toHaveAttribute('alt', 'A hill');
  await expect
    .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(links.first()).toBeFocused();

  await links.nth(1).click();
  await expect(shown).toHaveAttribute('alt', 'A bridge of three arches');
  expect(scripts.length).toBeLessThanOrEqual(2);
});

test('without JavaScript, a picture is a link to its large file', async ({ paper, browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${await paper('style-guide')}every-element/`);
  const link = page.locator('[data-feature=photo]').nth(1);
  await link.click();
  await expect(page).toHaveURL(/\/_astro\/[^/]+\.(?:png|jpeg)$/);
  await context.close();
});
