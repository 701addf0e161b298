import type { Page } from '@playwright/test';
import { expect, test } from './paper.ts';

/** The addresses of every page of lists of stories. */
const listPages = async (page: Page, front: string): Promise<string[]> => {
  const sitemaps = await Promise.all(
    ['sections', 'topics', 'authors'].map(async (name) => {
      const response = await page.request.get(`${front}sitemap-${name}.xml`);
      return response.ok() ? response.text() : '';
    }),
  );
  return [...sitemaps.join('').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => front + new URL(address).pathname.slice(1),
  );
};

/** Rows of stories that do not reach both edges, and stories whose place is mostly empty. */
const holes = (): string[] =>
  [...document.querySelectorAll('main .stories')].flatMap((list) => {
    const edges = list.getBoundingClientRect();
    const cells = [...list.children].map((cell) => ({ cell, box: cell.getBoundingClientRect() }));
    const rows = Map.groupBy(cells, ({ box }) => Math.round(box.top));
    const short = [...rows.values()]
      .filter(
        (row) =>
          Math.min(...row.map(({ box }) => box.left)) - edges.left > 1 ||
          edges.right - Math.max(...row.map(({ box }) => box.right)) > 1,
      )
      .map((row) => `a row that ends early: ${row.at(-1)?.cell.textContent.trim() ?? ''}`);
    const hollow = cells
      .filter(({ cell, box }) => {
        const parts = [...cell.querySelectorAll('img, p, h2, h3')].map((part) =>
          part.getBoundingClientRect(),
        );
        const filled = Math.max(...parts.map(({ bottom }) => bottom)) - box.top;
        const widest =
          Math.max(...parts.map(({ right }) => right)) - Math.min(...parts.map(({ left }) => left));
        return filled < box.height * 0.4 || widest < box.width - 1;
      })
      .map(({ cell }) => `a place that is mostly empty: ${cell.textContent.trim()}`);
    return [...short, ...hollow];
  });

for (const name of ['home', 'awkward', 'right-to-left']) {
  test(`no list of the paper ${name} has an empty cell or a place kept for a missing picture`, async ({
    paper,
    page,
  }) => {
    // All lists of a paper, on a slow machine.
    test.setTimeout(120_000);
    const front = await paper(name);
    const addresses = await listPages(page, front);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      await page.goto(address);
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(holes), `${address} at ${width}`).toEqual([]);
        const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(scrolls, address).toBeLessThanOrEqual(width);
      }
    }
  });
}

test('a section’s page does not name it above each headline, and the headlines of a pair align', async ({
  paper,
  page,
}) => {
  const front = await paper('home');
  await page.setViewportSize({ width: 1280, height: 900 });
  let counted = 0;
  for (const [section, title] of [
    ['world', 'World'],
    ['ukraine', 'Ukraine'],
    ['bevolve-news', 'BEVOLVE NEWS'],
  ]) {
    await page.goto(`${front}${section ?? ''}/`);
    const kickers = await page.locator('main .kicker').allInnerTexts();
    expect(kickers.map((kicker) => kicker.trim())).not.toContain(title);
    const tops = await page.locator('main .pairs').evaluateAll((groups) =>
      groups.flatMap((group) => {
        const cells = [...group.children].map((cell) => [
          Math.round(cell.getBoundingClientRect().top),
          Math.round(cell.querySelector('h2')?.getBoundingClientRect().top ?? 0),
        ]);
        return cells.flatMap(([top, headline], n) => {
          const [nextTop, nextHeadline] = cells[n + 1] ?? [];
          return nextTop === top ? [[headline, nextHeadline]] : [];
        });
      }),
    );
    counted += tops.length;
    for (const [left, right] of tops) expect(left, section).toBe(right);
  }
  expect(counted).toBeGreaterThan(1);
});

test('on a phone, a standfirst that is longer than a line does not stand beside a thumbnail', async ({
  paper,
  page,
}) => {
  const front = await paper('home');
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['', 'world/', 'latest/', 'search/?q=kyiv']) {
    await page.goto(front + path);
    const found = page.locator(
      'main :is(.teaser-card:has(> picture), .stories > .teaser-second, .hit:has(img))',
    );
    await expect(found.first()).toBeVisible();
    const beside = await found.evaluateAll((cards) =>
      cards.flatMap((card) => {
        const picture = card.querySelector('img')?.getBoundingClientRect();
        const words = card.querySelector('h2 ~ p:not(.label), h3 ~ p:not(.label)');
        const box = words?.getBoundingClientRect();
        return picture && box && box.height > 40 && box.top < picture.bottom - 1
          ? [card.textContent]
          : [];
      }),
    );
    expect(beside, path).toEqual([]);
    expect(
      await found.evaluateAll((cards) =>
        cards.map((card) => card.querySelector('img')?.clientWidth ?? 96).filter((w) => w !== 96),
      ),
    ).toEqual([]);
  }
});

test('a letter above the index of topics leads to its topics', async ({ paper, page }) => {
  await page.goto(`${await paper('right-to-left')}topics/`);
  const letters = page.getByRole('navigation', { name: 'الحروف' }).getByRole('link');
  const wanted = await letters.last().innerText();
  await letters.last().click();
  await expect(page.locator(':target')).toHaveText(wanted);
  await expect(page.locator(':target')).toBeInViewport();
});

test('the page for a wrong address searches the paper, without JavaScript too', async ({
  paper,
  browser,
}) => {
  const front = await paper('home');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${front}404.html`);
  await page.getByRole('searchbox', { name: 'Search for' }).fill('telephone');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${front}search/?q=telephone`);
  await context.close();
});
