import { expect, leadArticle, test } from './paper.ts';

test('the first Tab offers a skip link past the masthead, which leads to the story', async ({
  paper,
  page,
}) => {
  await page.goto((await paper('home')) + leadArticle);
  await page.keyboard.press('Tab');
  const skip = page.locator('.skip');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  expect(page.url()).toContain('#story');
});

test('Tab reaches every link and button of an article, in reading order, with visible focus', async ({
  paper,
  page,
}) => {
  await page.goto((await paper('home')) + leadArticle);
  const all = await page.locator('a[href], button').filter({ visible: true }).count();
  const seen: number[] = [];
  for (let n = 0; n < all; n += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const style = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const shown = [...document.querySelectorAll('a[href], button')].filter((each) =>
        each.checkVisibility({ visibilityProperty: true }),
      );
      return {
        place: shown.indexOf(element),
        visible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
        size: Math.min(width, height),
      };
    });
    expect(focus.visible, `focus on element ${focus.place}`).toBe(true);
    expect(focus.size).toBeGreaterThan(0);
    seen.push(focus.place);
  }
  expect(seen).toEqual(Array.from({ length: all }, (_, n) => n));
});

test('on a phone every section can be reached without JavaScript', async ({ paper, browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 640 },
  });
  const page = await context.newPage();
  await page.goto(await paper('home'));
  await page.locator('.sections a', { hasText: 'Inside the paper' }).click();
  await expect(page.locator('h1')).toHaveText('Inside the paper');
  await context.close();
});

test('the menu opens and closes from the keyboard, and without JavaScript', async ({
  paper,
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 640 },
  });
  const page = await context.newPage();
  await page.goto(await paper('home'));
  const menu = page.getByRole('navigation', { name: 'Menu' });
  await expect(menu).toBeHidden();
  await page.getByRole('banner').getByRole('button', { name: 'Sections' }).press('Enter');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(menu.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await context.close();
});

test('on a story’s page, “Sections” opens a menu that closes again', async ({ paper, page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto((await paper('home')) + leadArticle);
  const menu = page.getByRole('navigation', { name: 'Menu' });
  await expect(menu).toBeHidden();
  await page.getByRole('banner').getByRole('link', { name: 'Sections' }).press('Enter');
  await expect(menu.getByRole('link', { name: 'Ukraine' })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Latest' })).toBeVisible();
  await expect(menu.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await page.getByRole('banner').getByRole('button', { name: 'Sections' }).click();
  await menu.getByRole('link', { name: 'Ukraine' }).click();
  await expect(page.locator('h1')).toHaveText('Ukraine');
});

test('on a story’s page without JavaScript, “Sections” leads to all sections', async ({
  paper,
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto((await paper('home')) + leadArticle);
  await page.getByRole('banner').getByRole('link', { name: 'Sections' }).press('Enter');
  await expect(page.locator('#sections')).toBeInViewport();
  await context.close();
});
