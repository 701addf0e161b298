import type { Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { expect, leadArticle, marks, partsOf, test } from './comments.ts';

/** A story of the Arabic paper, and one with an imported thread. */
const arabic = encodeURI('2025/02/مكتبة-البلدة-تمدّد-ساعاتها/');
const imported = encodeURI('2025/02/رأي-لماذا-نزرع-النخل/');

const papers = {
  'sub-folder': { story: leadArticle, key: `/paper/${leadArticle}` },
  'right-to-left': { story: arabic, key: `/${arabic}` },
} as const;

/** Narrow and wide, light and dark. */
async function expectFit(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const shown = `${colorScheme}, ${width} px`;
      expect.soft(await violationsOn(page, marks.section), shown).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, `sideways scrolling: ${shown}`).toBe(0);
    }
  }
}

for (const [paperName, { story, key }] of Object.entries(papers)) {
  test.describe(`in the paper ${paperName}`, () => {
    test.use({ paperName });

    test('axe finds nothing in the form, the messages and the thread', async ({
      reader,
      comments,
    }) => {
      const { page, open } = reader;
      let parent: { pid?: number; rid?: number } = {};
      for (let depth = 0; depth < 8; depth += 1) {
        const comment = `${'Words '.repeat(9)}${'long'.repeat(30)}\n\n- a list\n\n\`code\``;
        const nick = `${'سلمى '.repeat(4)}${depth}`;
        const { data } = await comments.post({ nick, comment, url: key, ...parent });
        parent = { pid: data.objectId, rid: parent.rid ?? data.objectId };
      }
      await page.setViewportSize({ width: 360, height: 800 });
      await open(story);
      await page.locator(`${marks.section} form button`).last().click();
      await expect(page.locator(`${marks.section} textarea`)).toBeFocused();
      await expect(page.locator(`${marks.section} [aria-invalid=true]`)).toHaveCount(2);
      await expectFit(page);
      await page.locator(`${marks.comment} button`).last().click();
      await expectFit(page);
    });

    test('axe finds nothing when the service fails', async ({ reader }) => {
      const { page, open } = reader;
      await page.setViewportSize({ width: 360, height: 800 });
      await page.route('**/api/comment**', (route) => route.abort());
      await open(story);
      await expect(page.locator(`${marks.section} button`)).toBeVisible();
      await expectFit(page);
    });
  });
}

test.describe('in Arabic, right to left', () => {
  test.use({ paperName: 'right-to-left' });

  test('everything is in Arabic, and the thread has the story’s own address', async ({
    reader,
    comments,
  }) => {
    const { page, open } = reader;
    await open(arabic);
    await page.getByRole('button', { name: 'انشر التعليق' }).click();
    await expect(page.getByText('من فضلك أدخل تعليقك!')).toBeVisible();
    await expect(page.getByText('من فضلك أدخل اسمك هنا')).toBeVisible();
    await page.getByRole('textbox', { name: 'التعليق' }).fill('Latin words, kept to the left.');
    await page.getByRole('textbox', { name: 'الاسم' }).fill('هيئة');
    await page.getByRole('button', { name: 'انشر التعليق' }).click();
    await expect(page.getByRole('status')).toHaveText('نُشر تعليقك.');
    await expect(page.getByRole('heading', { name: 'تعليق واحد' })).toBeVisible();
    const body = page.locator(marks.words);
    expect(await body.evaluate((node) => getComputedStyle(node).direction)).toBe('ltr');
    expect(await partsOf(page).items.evaluate((node) => getComputedStyle(node).direction)).toBe(
      'rtl',
    );
    expect(await comments.thread(`/${arabic}`)).toHaveLength(1);
  });

  test('a story with an imported thread shows that thread', async ({ reader, comments }) => {
    const { page, open } = reader;
    await comments.post({ nick: 'قديم', comment: 'من الموقع السابق', url: '/?p=7' });
    await open(imported);
    await expect(page.getByText('من الموقع السابق')).toBeVisible();
    await page.locator(`${marks.section} textarea`).fill('وهذا جديد');
    await page.locator(`${marks.section} input`).fill('جديد');
    await page.locator(`${marks.section} form button`).last().click();
    await expect(partsOf(page).items).toHaveCount(2);
    expect(await comments.thread('/?p=7')).toHaveLength(2);
  });
});
