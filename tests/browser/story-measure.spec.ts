import type { Page } from '@playwright/test';
import { expect, leadArticle, test } from './paper.ts';

/** How many characters each full line of a story's paragraphs has. */
const charactersPerLine = (page: Page): Promise<number[]> =>
  page.locator('.story > p:not([class])').evaluateAll((paragraphs) =>
    paragraphs.flatMap((paragraph) => {
      const text = paragraph.firstChild;
      if (!(text instanceof Text)) return [];
      const range = document.createRange();
      const lines: number[] = [];
      let top: number | undefined;
      for (let at = 0; at < text.length; at += 1) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const place = range.getBoundingClientRect();
        if (place.width > 0 && place.top !== top) {
          lines.push(0);
          top = place.top;
        }
        lines[lines.length - 1] = (lines.at(-1) ?? 0) + 1;
      }
      // The last line is as long as what is left over.
      return lines.slice(0, -1);
    }),
  );

for (const width of [768, 1280, 1920]) {
  test(`at ${width} px, a line of a story has 60 to 75 characters`, async ({ paper, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto((await paper('home')) + leadArticle);
    const lines = await charactersPerLine(page);
    expect(lines.length).toBeGreaterThan(40);
    const mean = lines.reduce((sum, each) => sum + each, 0) / lines.length;
    expect(mean).toBeGreaterThanOrEqual(60);
    expect(mean).toBeLessThanOrEqual(75);
  });
}

test('the story begins on the first screen of a phone, below all its advertising', async ({
  paper,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto((await paper('home')) + leadArticle);
  await expect(page.locator('[data-slot]').nth(0)).toBeVisible();
  await expect(page.locator('.story > [data-slot]')).toBeVisible();
  await expect(page.locator('[data-lead-image] img')).toBeVisible();
  const endOfFirstLine = await page
    .locator('.story > p:not([class])')
    .first()
    .evaluate((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      return range.getClientRects()[0]?.bottom;
    });
  expect(endOfFirstLine).toBeLessThanOrEqual(700);
});

/** Where the parts of a page begin, from the left. */
const leftEdges = (page: Page, parts: string[]): Promise<number[]> =>
  page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        const element = document.querySelector(selector);
        if (!element) throw new Error(`There is no ${selector}.`);
        return Math.round(element.getBoundingClientRect().left);
      }),
    parts,
  );

for (const width of [768, 1280, 1920]) {
  test(`at ${width} px, a story and the page of its section begin at one left edge`, async ({
    paper,
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const front = await paper('home');
    await page.goto(front + leadArticle);
    const edges = await leftEdges(page, [
      '.breadcrumb ol',
      '.story h1',
      '.standfirst',
      '.byline',
      '.lead-image img',
      '.story > p:not([class])',
      '.foot',
    ]);
    await page.goto(`${front}world/`);
    edges.push(...(await leftEdges(page, ['.breadcrumb ol', 'h1', '.teaser h2'])));
    expect(new Set(edges), edges.join(' ')).toHaveProperty('size', 1);
  });
}

test('standfirst, notice of age, byline, pull quotes and the end of a story are as wide as its text at most', async ({
  paper,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const guide = await paper('style-guide');
  for (const path of ['told-years-ago/', 'every-element/']) {
    await page.goto(guide + path);
    const widths = await page
      .locator('.standfirst, .age, .byline, .pull-quote, .story > p:not([class]), .foot, .note')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().width));
    expect(widths.length).toBeGreaterThan(4);
    expect(Math.max(...widths), path).toBeLessThanOrEqual(608);
  }
});

test('advertisements below a story end where its text and what stands beside it end', async ({
  paper,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto((await paper('home')) + leadArticle);
  const edges = (selector: string) =>
    page.locator(selector).evaluateAll((parts) => {
      const boxes = parts.map((part) => part.getBoundingClientRect());
      return [
        Math.min(...boxes.map(({ left }) => left)),
        Math.max(...boxes.map(({ right }) => right)),
      ];
    });
  expect(await edges('.slots .slot')).toEqual(await edges('.foot'));
  expect(await edges('.side .slot')).toEqual(await edges('.must-read'));
});
