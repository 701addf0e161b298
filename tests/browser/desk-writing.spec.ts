import { expect, type Page, test } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { openStage, StageForge, withForge } from './desk-stage/open-stage.ts';

const path = 'content/articles/2025/one/index.md';
const head = '---\r\nheadline: "One"   # a note\r\nkind: news\r\n---\r\n\r\n';
const story = `${head}A first paragraph.\r\n\r\nA second.\r\n`;

const text = (page: Page) =>
  page.evaluate(
    () => (globalThis as never as { openFile: { text: { value: string } } }).openFile.text.value,
  );
const area = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });
const select = async (page: Page, words: string) => {
  await area(page).evaluate((element: HTMLTextAreaElement, sought) => {
    const at = element.value.indexOf(sought);
    element.focus();
    element.setSelectionRange(at, at + sought.length);
  }, words);
};
const press = (page: Page, name: string) =>
  page.getByRole('toolbar').getByRole('button', { name, exact: true }).click();

test.beforeEach(async ({ page, context }) => {
  await withForge(context, new StageForge({ [path]: story }));
  await openStage(page, {
    findings: {
      mistakes: [
        {
          file: path,
          field: 'body',
          found: 'line 8, column 3: [second](x), a relative address',
          expected: 'a path on this site',
          fix: 'Start it with a slash.',
        },
      ],
      warnings: [],
    },
    stories: [
      {
        id: 'bridge',
        headline: 'The bridge opens',
        address: '/2025/02/bridge/',
        published: '2025-02-01T00:00:00Z',
        path: 'x',
        state: 'published',
        standfirst: '',
        section: '',
        authors: [],
        topics: [],
        kind: 'news',
      },
    ],
  });
});

test('one letter in the first paragraph changes one line, and undo takes it back', async ({
  page,
}) => {
  await select(page, ' paragraph');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('!');
  expect(await text(page)).toBe(story.replace('first', 'first!'));
  await page.keyboard.press('Control+z');
  expect(await text(page)).toBe(story);
});

test('keys make words bold, italic and a link; the browser’s own undo takes them back', async ({
  page,
}) => {
  await select(page, 'first');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Control+i');
  expect(await text(page)).toBe(story.replace('first', '***first***'));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await text(page)).toBe(story);
  await select(page, 'second');
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Address' }).fill('example.com/a (b)');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(area(page)).toBeFocused();
  expect(await text(page)).toBe(
    story.replace('second', '[second](https://example.com/a%20%28b%29)'),
  );
});

test('a link to a story of the paper is found by its headline', async ({ page }) => {
  await select(page, 'second');
  await press(page, 'Link');
  await page.getByRole('searchbox').fill('bridge');
  await page.getByRole('button', { name: /The bridge opens/ }).click();
  await page.getByRole('button', { name: 'Insert' }).click();
  await expect.poll(() => text(page)).toContain('[second](/2025/02/bridge/)');
});

test('an address that readers could not follow is refused with a sentence', async ({ page }) => {
  await press(page, 'Link');
  for (const [address, words] of [
    ['javascript:alert(1)', 'A link needs an address'],
    ['https://me:secret@a.example/', 'a name and password'],
    ['', 'A link needs'],
  ] as const) {
    await page.getByRole('textbox', { name: 'Address' }).fill(address);
    await page.getByRole('button', { name: 'Insert' }).click();
    await expect(page.getByRole('alert')).toContainText(words);
  }
  await page.keyboard.press('Escape');
  expect(await text(page)).toBe(story);
});

test('buttons write blocks after the paragraph with the caret', async ({ page }) => {
  await select(page, 'first');
  await press(page, 'Video or post');
  const address = page.getByRole('textbox', { name: 'Address' });
  await address.fill('https://evil.example/watch?v=aaaaaaaaaaa');
  await page.getByRole('button', { name: 'Insert' }).click();
  await expect(page.getByRole('alert')).toContainText('YouTube or Vimeo');
  await address.fill('https://youtu.be/aaaaaaaaaaa');
  await page.getByRole('button', { name: 'Insert' }).click();
  await expect
    .poll(() => text(page))
    .toBe(
      story.replace('paragraph.', 'paragraph.\r\n\r\nhttps://www.youtube.com/watch?v=aaaaaaaaaaa'),
    );
  await select(page, 'first');
  await press(page, 'Footnote');
  await page.getByRole('textbox', { name: 'Text of the note' }).fill('From the archive.');
  await page.getByRole('button', { name: 'Insert' }).click();
  await expect
    .poll(() => text(page))
    .toMatch(/first\[\^1\] para[^]*A second\.\r\n\r\n\[\^1\]: From the archive\.\r\n$/);
});

test('a mistake in the text leads to its place', async ({ page }) => {
  await page.getByRole('button', { name: 'Go to line 3' }).click();
  await expect(area(page)).toBeFocused();
  expect(
    await area(page).evaluate((element: HTMLTextAreaElement) =>
      element.value.slice(element.selectionStart),
    ),
  ).toBe('second.\n');
});

test('the toolbar is one stop of the Tab key; arrows go on', async ({ page }) => {
  await area(page).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Bold' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Italic' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: 'Recording' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(area(page)).toBeFocused();
});

test('nothing keeps anybody out, on a phone in the dark, with and without a dialog', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsOn(page)).toEqual([]);
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBe(0);
  await press(page, 'Table');
  expect(await violationsOn(page)).toEqual([]);
  const heights = await page
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter(Boolean));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});
