import type { Page } from '@playwright/test';
import { analysis, expect, isSaved, openAt, test } from './desk.ts';

/** Presses Tab until the keyboard is on what has that name, as somebody without a mouse would. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  const seen: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement)) return { name: '', isVisible: true };
      const labels = at instanceof HTMLTextAreaElement ? at.labels : undefined;
      const called = at.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? at.textContent;
      const { outlineStyle, outlineWidth } = getComputedStyle(at.closest('.story-line') ?? at);
      return { name: called, isVisible: outlineStyle !== 'none' && outlineWidth !== '0px' };
    });
    seen.push(now.name);
    expect.soft(now.isVisible, `the focus is seen on “${now.name}”`).toBe(true);
    if (name.test(now.name)) return;
  }
  throw new Error(`Tab does not reach ${String(name)}, only: ${seen.join(' → ')}`);
};

test('a story is opened, written, linked and saved by the keyboard alone, and left again', async ({
  page,
  desk,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openAt(page, desk);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('why the bridge labelled');
  await expect(page.locator('.story-line')).toHaveCount(1);
  await tabTo(page, /^Why the bridge was built/);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Headline')).toBeVisible();
  await tabTo(page, /^Headline/);
  await page.keyboard.press('End');
  await page.keyboard.type(' at all');
  await tabTo(page, /^Text/);
  const text = page.locator('.body-text');
  await expect(text).toBeFocused();

  // A dialog gives the keyboard back to where it was.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Link' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(text).toBeFocused();

  await page.keyboard.press('Control+s');
  await isSaved(page);
  expect(desk.read(analysis)).toContain('headline: "Why the bridge was built at all"');

  await page.getByRole('button', { name: 'Menu' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Calendar' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Calendar' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Menu' })).toBeFocused();
  await tabTo(page, /^Stories$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Stories' })).toBeVisible();
});

for (const [name, width, height, fontSize] of [
  ['letters of twice the size on a phone', 360, 740, '200%'],
  ['a window of 1,280 px at 400 %', 320, 256, '100%'],
] as const) {
  test(`nothing is cut off with ${name}`, async ({ page, desk }) => {
    await page.setViewportSize({ width, height });
    await openAt(page, desk);
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, fontSize);
    for (const view of ['stories', 'sections', 'front', `story/${analysis}`]) {
      await page.evaluate((to) => {
        location.hash = `#/${to}`;
      }, view);
      await page.locator('main h1').waitFor();
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(sideways, view).toBe(0);
    }
  });
}
