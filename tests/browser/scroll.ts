import type { Page } from '@playwright/test';

/** Waits for two frames: the page's observers see what the first one moves or shows before the second. */
export const nextFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            resolve();
          }),
        );
      }),
  );

/** Scrolls with the wheel, and waits until the page has registered what is in view. */
export const scroll = async (page: Page, pixels: number): Promise<void> => {
  await page.mouse.wheel(0, pixels);
  await nextFrames(page);
};
