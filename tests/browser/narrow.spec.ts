import { expect, test } from './paper.ts';

/** Pages with the longest words, deepest lists and longest lines of code of each paper. */
const pages = {
  hostile: {
    story: '2025/02/26/one-word/',
    'story with deep lists': '2025/02/08/lists-within-lists/',
    'front page': '',
    list: 'peoples-corner/',
    'page of an author': 'author/a-very-long-name/',
    topics: 'topics/',
    search: 'search/?q=word',
    latest: 'latest/',
    saved: 'saved/',
    'text front page': 'text/',
    'text story': 'text/2025/02/26/one-word/',
    'text story with deep lists': 'text/2025/02/08/lists-within-lists/',
    'text story with code': 'text/2025/02/09/code-blocks/',
  },
  'right-to-left': {
    story: '2025/02/حافلة-x7-الكهربائية-تبدأ-رحلاتها/',
    'front page': '',
    list: 'محليات/',
    search: 'search/?q=X7',
    latest: 'latest/',
    saved: 'saved/',
    'text front page': 'text/',
    'text story': 'text/2025/02/حافلة-x7-الكهربائية-تبدأ-رحلاتها/',
  },
};

for (const [name, paths] of Object.entries(pages)) {
  for (const [what, path] of Object.entries(paths)) {
    test(`nothing in the paper ${name} is wider than a narrow phone: ${what}`, async ({
      paper,
      page,
    }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      const response = await page.goto((await paper(name)) + path);
      expect(response?.status()).toBe(200);
      if (what === 'search') await expect(page.locator('mark').first()).toBeVisible();
      const width = await page.evaluate(async () => {
        await document.fonts.ready;
        return document.documentElement.scrollWidth;
      });
      expect(width).toBeLessThanOrEqual(360);
    });
  }
}
