import type { Page } from '@playwright/test';
import type { FormChoice } from '../../src/edition/block-form.ts';
import { blockOf } from './front-stage.ts';
import { holesIn } from './holes.ts';
import { addUpShifts } from './layout-shift.ts';
import { expect, test } from './paper.ts';

const pictures: Record<string, (n: number) => boolean> = {
  'with pictures': () => true,
  'without pictures': () => false,
  'every other with a picture': (n) => n % 2 === 0,
  'only the first without a picture': (n) => n > 0,
};

const choices: FormChoice[] = [
  ...([undefined, 'row', 'lead-and-list', 'lead-and-three'] as const).map((shape) => ({ shape })),
  { isHalf: true },
];

/** Puts blocks of every shape with one to twelve stories on the front page, and returns what each is. */
const putBlocks = async (page: Page, hasPicture: (n: number) => boolean): Promise<string[]> => {
  const names: string[] = [];
  const html: string[] = [];
  for (const choice of choices) {
    for (let count = 1; count <= 12; count += 1) {
      names.push(`${choice.isHalf ? 'half' : (choice.shape ?? 'automatic')}, ${String(count)}`);
      const half = choice.isHalf ? ' half' : '';
      html.push(
        `<section class="block${half}" data-measured>${blockOf(count, hasPicture, choice)}</section>`,
      );
    }
  }
  await page.locator('main').evaluate((main, blocks) => {
    main.innerHTML = blocks;
  }, html.join(''));
  return names;
};

for (const [what, hasPicture] of Object.entries(pictures)) {
  for (const width of [360, 768, 1280, 1920]) {
    test(`no block of the front page ends in an empty cell: ${what}, at ${String(width)} px`, async ({
      paper,
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(await paper('home'));
      const names = await putBlocks(page, hasPicture);
      const holes = await holesIn(page, '[data-measured]');
      expect(holes.length).toBe(names.length);
      const large = holes.flatMap(({ share, width: w, height }, n) =>
        share > 0.2
          ? [`${names[n] ?? ''}: ${String(w)} × ${String(height)}, ${share.toFixed(2)}`]
          : [],
      );
      expect(large).toEqual([]);
    });
  }
}

/** The sizes that the headlines in each row of stories have. */
const headlineSizes = (page: Page): Promise<string[][]> =>
  page
    .locator('main .cells, main .ranks')
    .evaluateAll((rows) =>
      rows.map((row) => [
        ...new Set([...row.querySelectorAll('h3')].map((h3) => getComputedStyle(h3).fontSize)),
      ]),
    );

for (const width of [360, 768, 1280, 1920]) {
  test(`a story without a picture has a headline no larger than those beside it, at ${String(width)} px`, async ({
    paper,
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(await paper('home'));
    await page
      .locator('.ranks picture')
      .last()
      .evaluate((picture) => {
        picture.remove();
      });
    expect((await headlineSizes(page)).filter(({ length }) => length !== 1)).toEqual([]);
    await putBlocks(page, (n) => n % 3 !== 1);
    const sizes = await headlineSizes(page);
    expect(sizes.length).toBeGreaterThan(20);
    expect(sizes.filter(({ length }) => length !== 1)).toEqual([]);
  });
}

test('the first row of the front page has no hole', async ({ paper, page }) => {
  await page.goto(await paper('home'));
  for (const width of [360, 768, 1000, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    for (const { share } of await holesIn(page, '.first-row')) expect(share).toBeLessThan(0.12);
  }
});

test('times under a day old are told from now, without a shift, on the front page and the latest only', async ({
  paper,
  page,
}) => {
  const front = await paper('home');
  const shift = await addUpShifts(page);
  await page.clock.setFixedTime('2025-02-16T07:12:00Z');
  await page.goto(front);
  await expect(page.locator('.latest time').first()).toHaveText('12 minutes ago');
  await expect(page.locator('.latest time').nth(1)).toHaveText('14 hours ago');
  expect(await shift()).toBe(0);
  await page.goto(`${front}latest/`);
  await expect(page.locator('main time').first()).toHaveText('12 minutes ago');
  await expect(page.locator('main time').last()).toHaveText('07:30');
  expect(await shift()).toBe(0);
  await page.goto(`${front}opinion/`);
  await expect(page.locator('main time').first()).toHaveText('16 February 2025');
});
