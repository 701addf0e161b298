import type { Page } from '@playwright/test';

/** Waits for two frames: what the first one moves or shows, the page's observers are told of before the second. */
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

/** Turns the wheel, and waits until the page knows what is in view then. */
export const scroll = async (page: Page, pixels: number): Promise<void> => {
  await page.mouse.wheel(0, pixels);
  await nextFrames(page);
};
