import { expect, type Page, test } from '@playwright/test';
import type { StoryRow } from '../../src/desk/paper/paper-model.ts';
import { violationsOn } from './axe.ts';
import { openStage, StageForge, withForge } from './desk-stage/open-stage.ts';

const path = 'content/front.yaml';
const front = 'lead: bridge # for now\nsecondaries:\n  - tower\n  - hill\n';

const row = (id: string, state: StoryRow['state'] = 'published'): StoryRow => ({
  ...{
    id,
    state,
    headline: `The ${id}`,
    path: id,
    address: `/${id}/`,
    published: '2025-02-01T00:00:00Z',
  },
  ...{ standfirst: '', section: '', authors: [], topics: [], kind: 'news' },
});

const text = (page: Page) =>
  page.evaluate(
    () => (globalThis as never as { openFile: { text: { value: string } } }).openFile.text.value,
  );

test.beforeEach(async ({ page, context }) => {
  await withForge(context, new StageForge({ [path]: front }));
  const stories = [
    row('bridge'),
    row('tower'),
    row('hill', 'draft'),
    row('river'),
    row('secret', 'scheduled'),
  ];
  await openStage(page, { view: 'front', path, stories });
});

test('the lead is chosen among what is published; one line changes', async ({ page }) => {
  await page.getByRole('button', { name: 'Change' }).click();
  const found = page.getByRole('dialog').locator('.found-story');
  await expect(found).toHaveText([/The bridge/, /The tower/, /The river/]);
  await page.getByRole('searchbox').fill('river');
  await expect(found).toHaveCount(1);
  await found.click();
  expect(await text(page)).toBe(front.replace('bridge', 'river'));
  await expect(page.getByText('The hill (not published: it is skipped)')).toBeVisible();
});

test('stories are put in order by the keyboard, and by dragging', async ({ page }) => {
  await page.getByRole('button', { name: 'Move down: The tower' }).focus();
  await page.keyboard.press('Enter');
  expect(await text(page)).toContain('- hill\n  - tower\n');
  await expect(page.getByText('The tower is now number 2 of 2.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Move up: The tower' })).toBeFocused();
  await page.getByText('The tower', { exact: true }).dragTo(page.getByText('The hill'));
  await expect.poll(() => text(page)).toContain('- tower\n  - hill\n');
  await page.getByRole('button', { name: 'Take out: The hill' }).click();
  await page.getByRole('button', { name: 'Add a story' }).click();
  await page.getByRole('button', { name: /The river/ }).click();
  expect(await text(page)).toContain('- tower\n  - river\n');
  expect(await text(page)).not.toContain('hill');
});

test('the breaking bar ends at a moment of the paper’s zone', async ({ page }) => {
  await page.getByRole('textbox', { name: 'News' }).fill('Ceasefire');
  await page.locator('input[type=date]').fill('2025-03-30');
  await page.locator('input[type=time]').fill('18:00');
  await expect.poll(() => text(page)).toContain('until: "2025-03-30T18:00:00+03:00"');
  expect(await text(page)).toMatch(/^breaking:\n {2}text: "?Ceasefire/m);
});

test('nothing keeps anybody out, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add a story' }).click();
  expect(await violationsOn(page)).toEqual([]);
});
