import type { Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { expect, leadArticle, test } from './paper.ts';

const hits = (page: Page) => page.locator('.hit');
const status = (page: Page) => page.getByRole('status');
const count = async (page: Page): Promise<number> =>
  Number(/\d+/.exec(await status(page).innerText())?.[0]);

test('typing finds stories, with their number, picture, day, section and highlighted words', async ({
  paper,
  page,
}) => {
  const front = await paper('home');
  await page.goto(front);
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await page.getByRole('searchbox', { name: 'Search for' }).fill('telephone');
  await expect(status(page)).toHaveText(/^\d+ results? for “telephone”$/);
  await expect(page).toHaveURL(`${front}search/?q=telephone`);
  await expect(page.locator('[data-search=hits]').getByRole('list')).toHaveCount(1);
  const lead = hits(page).filter({ hasText: 'Trump promises Kyiv involvement' });
  await expect(lead.getByRole('link')).toHaveAttribute('href', `/${leadArticle}`);
  await expect(lead.locator('mark').first()).toHaveText(/telephone/i);
  await expect(lead.locator('time')).toHaveText('13 February 2025');
  await expect(lead).toContainText('BEVOLVE NEWS ·');
  await lead.scrollIntoViewIfNeeded();
  await expect
    .poll(() => lead.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
});

test('both parts of joined words are found, and only the one that was asked for is highlighted', async ({
  paper,
  page,
}) => {
  const front = await paper('awkward');
  for (const [query, marked] of [
    ['brokered', 'brokered'],
    ['collapsed', 'collapsed'],
    ['ecole', 'école'],
    ["l'école", 'école'],
    ['新闻', '新闻'],
    ['waited', 'waited'],
  ]) {
    await page.goto(`${front}search/?q=${encodeURIComponent(query ?? '')}`);
    await expect(hits(page).locator('mark'), query).toHaveText(marked ?? '');
  }
  await expect(hits(page).locator('.excerpt')).toContainText(
    'The deal—brokered in Riyadh—collapsed. She read 北京的新闻 at l’école, and…waited.',
  );
  for (const query of ['Ohrid', 'Skopje–Ohrid', 'Brien', "O'Brien"]) {
    await page.goto(`${front}search/?q=${encodeURIComponent(query)}`);
    await expect(hits(page).locator('h2'), query).toHaveText('The Skopje–Ohrid line at O’Brien’s');
  }
});

test('a word in a headline counts for more than one in the text', async ({ paper, page }) => {
  await page.goto(`${await paper('home')}search/?q=surrender`);
  await expect(hits(page).first()).toContainText(
    'By the flags for the fallen, a word for it: surrender',
  );
  expect(await hits(page).count()).toBeGreaterThan(1);
});

test('an address with a query shows results at once, with links under the base path', async ({
  paper,
  page,
}) => {
  const front = await paper('sub-folder');
  await page.goto(`${front}search/?q=telephone`);
  await expect(page.getByRole('searchbox')).toHaveValue('telephone');
  await hits(page).getByRole('link').first().click();
  await expect(page.locator('article.story h1')).toBeVisible();
  expect(page.url().startsWith(`${front}2025/`)).toBe(true);
});

test('filters narrow the results, show how many each would leave, and are part of the address', async ({
  paper,
  page,
}) => {
  const front = await paper('home');
  await page.goto(`${front}search/?q=NATO`);
  await expect(status(page)).toContainText('for “NATO”');
  const all = await count(page);
  await page.getByLabel('Section', { exact: true }).selectOption('world');
  await expect(page).toHaveURL(`${front}search/?q=NATO&section=world`);
  await expect.poll(() => count(page)).toBeLessThan(all);
  const chosen = await page
    .getByLabel('Section', { exact: true })
    .locator('option:checked')
    .innerText();
  expect(chosen).toBe(`World (${await count(page)})`);
  for (const label of await hits(page).locator('.label').allInnerTexts()) {
    expect(label).toMatch(/^World ·/);
  }
});

test('filters alone list their stories, newest first', async ({ paper, page }) => {
  await page.goto(`${await paper('home')}search/?topic=nato&year=2025`);
  await expect(status(page)).toHaveText(/^\d+ results$/);
  await expect(hits(page).locator('time').nth(3)).toBeVisible();
  const times = await hits(page)
    .locator('time')
    .evaluateAll((all) => all.map((time) => Date.parse((time as HTMLTimeElement).dateTime)));
  expect(times.length).toBeGreaterThan(3);
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

test('back and forward move between queries', async ({ paper, page }) => {
  const front = await paper('home');
  await page.goto(`${front}search/`);
  const box = page.getByRole('searchbox');
  await box.pressSequentially('telephone', { delay: 20 });
  await box.press('Enter');
  await expect(status(page)).toContainText('“telephone”');
  await box.fill('surrender');
  await expect(status(page)).toContainText('“surrender”');
  await page.getByLabel('Year').selectOption('2025');
  await expect(page).toHaveURL(/year=2025/);
  await page.goBack();
  await expect(page.getByLabel('Year')).toHaveValue('');
  await page.goBack();
  await expect(box).toHaveValue('telephone');
  await expect(status(page)).toContainText('“telephone”');
  await page.goBack();
  await expect(box).toHaveValue('');
  await expect(hits(page)).toHaveCount(0);
  await page.goForward();
  await expect(status(page)).toContainText('“telephone”');
});

test('everything works from the keyboard, including more results', async ({ paper, page }) => {
  await page.goto(`${await paper('home')}search/?q=Trump`);
  await expect(hits(page)).toHaveCount(10);
  expect(await count(page)).toBeGreaterThan(10);
  const more = page.getByRole('button', { name: 'More results' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(hits(page).nth(10).getByRole('link')).toBeFocused();
  await expect(more).toBeHidden();
  expect(await hits(page).count()).toBe(await count(page));
});

test('a query without results says so, and offers the sections', async ({ paper, page }) => {
  await page.goto(`${await paper('home')}search/?q=xylophonist`);
  await expect(status(page)).toContainText('No results');
  await expect(page.locator('[data-search=hits] ol')).toHaveCount(0);
  await expect(page.locator('main').getByRole('link', { name: 'World' })).toBeVisible();
});

test('a query, typed or in the address, is never rendered as markup', async ({ paper, page }) => {
  const asked = '<img src=x onerror="document.title=1">';
  const query = encodeURIComponent(asked);
  await page.goto(`${await paper('home')}search/?q=${query}&topic=${query}`);
  await expect(status(page)).not.toBeEmpty();
  expect(await page.locator('main img[src="x"]').count()).toBe(0);
});

const parts = [
  ...['pagefind.js', 'pagefind-entry.json', '*.pf_index', 'wasm.*', '*.pf_fragment'].map(
    (part) => ['home', 'telephone', `index/**/${part}`] as const,
  ),
  // A paper with several volumes.
  ...[
    'index/volumes.json',
    'index/wasm.*',
    'index/pagefind-entry.json',
    'volumes/**/pagefind-entry.json',
    'volumes/**/*.pf_meta',
  ].map((part) => ['hostile', 'morning', part] as const),
];
for (const [name, query, part] of parts) {
  test(`an index whose ${part} fails to load is reported, and can be requested again: ${name}`, async ({
    paper,
    page,
  }) => {
    const front = await paper(name);
    await page.route(`**/search/${part}*`, (route) => route.abort());
    await page.goto(`${front}search/?q=${query}`);
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    await expect(hits(page)).toHaveCount(0);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(hits(page).first()).toBeVisible();
    await expect(page.getByRole('alert')).toBeHidden();
  });
}

test('no part of the index is loaded before a reader searches, or on other pages', async ({
  paper,
  page,
}) => {
  const front = await paper('home');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/search/index/')) asked.push(request.url());
  });
  for (const path of ['', leadArticle, 'world/', 'text/', 'search/']) {
    await page.goto(front + path, { waitUntil: 'networkidle' });
  }
  expect(asked).toEqual([]);
  await page.getByRole('searchbox').fill('telephone');
  await expect(hits(page).first()).toBeVisible();
  expect(asked.length).toBeGreaterThan(0);
});

test('without JavaScript the search page says that it is needed, and offers the sections', async ({
  paper,
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${await paper('home')}search/`);
  await expect(page.getByText('needs JavaScript')).toBeVisible();
  await expect(page.getByText('Or browse a section')).toBeHidden();
  await expect(page.getByRole('search')).toBeHidden();
  await page.locator('main').getByRole('link', { name: 'Ukraine' }).click();
  await expect(page.locator('h1')).toHaveText('Ukraine');
  await context.close();
});

test('an Arabic paper can be searched in Arabic, right to left', async ({ paper, page }) => {
  const front = await paper('right-to-left');
  await page.goto(front);
  const headline = await page.locator('.teaser a').first().innerText();
  await page.goto(`${front}search/`);
  await page.getByRole('searchbox').fill(headline.split(' ').slice(0, 2).join(' '));
  await expect(hits(page).filter({ hasText: headline })).toBeVisible();
  await hits(page).filter({ hasText: headline }).getByRole('link').click();
  await expect(page.locator('h1')).toHaveText(headline);
});

for (const [name, query] of [
  ['home', 'Trump'],
  ['home', 'xylophonist'],
  ['right-to-left', 'في'],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on the results for ${query}: ${name}, ${colorScheme}`, async ({
      paper,
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(`${await paper(name)}search/?q=${query}`);
      await expect(status(page)).not.toBeEmpty();
      expect(await violationsOn(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });
  }
}

test('a paper with several volumes is searched as one: words, filters, newest first', async ({
  paper,
  page,
}) => {
  const front = await paper('hostile');
  await page.goto(`${front}search/?q=morning`);
  await expect(hits(page).filter({ hasText: 'It is still yesterday' })).toBeVisible();
  await page.goto(`${front}search/?year=2024`);
  await expect(status(page)).toHaveText('1 result');
  await expect(page.getByLabel('Year').locator('option:checked')).toHaveText('2024 (1)');
  await page.goto(`${front}search/?section=город`);
  await expect(hits(page).first()).toBeVisible();
  const all = await count(page);
  expect(all).toBeGreaterThan(10);
  while ((await hits(page).count()) < all) {
    const before = await hits(page).count();
    await page.locator('.search-more').click();
    await expect.poll(() => hits(page).count()).toBeGreaterThan(before);
  }
  const times = await hits(page)
    .locator('time')
    .evaluateAll((each) => each.map((time) => (time as HTMLTimeElement).dateTime));
  expect(times.at(-1)).toBe('2024-12-31T23:45:00-03:30');
  const moments = times.map((time) => Date.parse(time));
  expect(moments).toEqual([...moments].sort((a, b) => b - a));
});
