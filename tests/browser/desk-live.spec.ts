import { expect, type Page, test } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { openStage, StageForge, withForge } from './desk-stage/open-stage.ts';

const path = 'content/articles/2025/live/index.md';
const story = `---
headline: "Live"
kind: live
state: live
---

Hello.

## 2025-02-21T09:30:00+02:00 The keeper arrives

She has the key.
`;

const publish = async (page: Page, words: string) => {
  await page.getByRole('button', { name: 'Add entry' }).tap();
  await page.getByRole('textbox', { name: 'What happened' }).fill(words);
  await page.getByRole('button', { name: 'Publish entry' }).tap();
};

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

test('two reporters publish at once, with two touches each, and nothing of either is lost', async ({
  context,
}) => {
  const forge = new StageForge({ [path]: story });
  await withForge(context, forge);
  const [one, other] = [await context.newPage(), await context.newPage()];
  for (const page of [one, other]) {
    await page.clock.install({ time: new Date('2025-03-30T00:59:59Z') });
    await openStage(page, { view: 'live', path });
  }
  await publish(one, 'Rain');
  await publish(other, 'Sun');
  await expect(other.getByText('The entry is published: Sun')).toBeVisible();
  const text = forge.text(path);
  // The clocks of Kyiv go forward at that very moment, so the offset tells when it was.
  expect(
    text.match(/^## 2025-03-30T0(?:2:59:\d\d\+02|4:00:\d\d\+03):00 (?:Rain|Sun)$/gm),
  ).toHaveLength(2);
  expect(text.replaceAll(/## \S+ (?:Rain|Sun)\n\n/g, '')).toBe(story);
  await expect(other.getByRole('listitem')).toHaveCount(3);
  expect(await violationsOn(other)).toEqual([]);
});

test('what else was typed stays, unsaved, when an entry is published', async ({
  page,
  context,
}) => {
  const forge = new StageForge({ [path]: story });
  await withForge(context, forge);
  await openStage(page, { view: 'live', path });
  await page.evaluate(() => {
    const { openFile } = globalThis as never as {
      openFile: { set: (field: string[], value: string) => void };
    };
    openFile.set(['headline'], 'Half typed');
  });
  await publish(page, 'Rain');
  await expect(page.getByText('The entry is published: Rain')).toBeVisible();
  expect(forge.text(path)).toContain('headline: "Live"');
  const open = await page.evaluate(() => {
    const { openFile } = globalThis as never as {
      openFile: Record<'text' | 'isChanged' | 'theirs', { value: unknown }>;
    };
    return {
      text: openFile.text.value,
      isChanged: openFile.isChanged.value,
      theirs: openFile.theirs.value,
    };
  });
  expect(open.text).toBe(forge.text(path).replace('"Live"', '"Half typed"'));
  expect([open.isChanged, open.theirs]).toEqual([true, undefined]);
});

test('an entry is changed in its place; one that somebody else changed is not overwritten', async ({
  page,
  context,
}) => {
  const forge = new StageForge({ [path]: story });
  await withForge(context, forge);
  await openStage(page, { view: 'live', path });
  await page.getByRole('button', { name: 'Edit entry: The keeper arrives' }).tap();
  await page.getByRole('textbox', { name: 'What happened' }).fill('The keeper is here');
  await page.getByRole('button', { name: 'Publish entry' }).tap();
  await expect(page.getByText('The entry is published')).toBeVisible();
  expect(forge.text(path)).toBe(story.replace('arrives', 'is here'));
  forge.files.set(path, story.replace('arrives', 'is late'));
  await page.getByRole('button', { name: 'Edit entry' }).tap();
  await page.getByRole('textbox', { name: 'What happened' }).fill('Mine');
  await page.getByRole('button', { name: 'Publish entry' }).tap();
  await expect(page.getByRole('alert')).toContainText('Somebody else changed this entry');
  expect(forge.text(path)).toContain('is late');
});

test('a correction is dated in the paper’s zone, after the earlier ones, and empty ones are refused', async ({
  page,
  context,
}) => {
  const earlier = story.replace(
    'kind: live',
    'corrections:\n  - date: "2025-02-20T09:00:00+02:00"\n    text: "Earlier."\nkind: live',
  );
  await withForge(context, new StageForge({ [path]: earlier }));
  await page.clock.setFixedTime(new Date('2025-07-01T10:00:00Z'));
  await openStage(page, { view: 'corrections', path });
  await page.getByRole('button', { name: 'Correct this story' }).tap();
  await page.getByRole('textbox', { name: 'What was wrong' }).fill('It said two arches');
  await page.getByRole('button', { name: 'Add the correction' }).tap();
  await expect(page.getByRole('alert')).toContainText('Say both');
  await page.getByRole('textbox', { name: 'What is right' }).fill('There are three.');
  await page.getByRole('button', { name: 'Add the correction' }).tap();
  await expect(page.getByRole('listitem')).toHaveCount(2);
  const text = await page.evaluate(
    () => (globalThis as never as { openFile: { text: { value: string } } }).openFile.text.value,
  );
  expect(text).toContain(
    '    text: "Earlier."\n  - date: "2025-07-01T13:00:00+03:00"\n    text: "It said two arches. There are three."\n',
  );
  expect(text).toContain('updated: "2025-07-01T13:00:00+03:00"');
  expect(await violationsOn(page)).toEqual([]);
});
