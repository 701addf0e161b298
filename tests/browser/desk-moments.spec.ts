import { analysis, expect, isSaved, openAt, test } from './desk.ts';

const story = `#/story/${analysis}`;

for (const timezoneId of ['America/New_York', 'Asia/Tokyo', 'Europe/Kyiv']) {
  test.describe(`a browser in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('writes the paper’s offset on both sides of a change to summer time', async ({
      page,
      desk,
    }) => {
      await openAt(page, desk, story);
      const published = page.getByRole('group', { name: 'Published' });
      await published.getByLabel('Day').fill('2026-03-28');
      await published.getByLabel('Time').fill('18:30');
      await page.keyboard.press('Control+s');
      await isSaved(page);
      expect(desk.read(analysis)).toContain('published: "2026-03-28T18:30:00+02:00"');
      await published.getByLabel('Day').fill('2026-03-29');
      await page.keyboard.press('Control+s');
      await isSaved(page);
      expect(desk.read(analysis)).toContain('published: "2026-03-29T18:30:00+03:00"');
    });
  });
}

test('an hour that does not exist is refused in a sentence, one that comes twice is asked about', async ({
  page,
  desk,
}) => {
  await openAt(page, desk, story);
  const published = page.getByRole('group', { name: 'Published' });
  await published.getByLabel('Day').fill('2026-03-29');
  await published.getByLabel('Time').fill('03:30');
  await expect(published.getByText('This hour does not exist in Europe/Kyiv')).toBeVisible();
  await published.getByLabel('Day').fill('2026-10-25');
  await published.getByRole('radio', { name: 'The second, UTC+02:00' }).check();
  await page.keyboard.press('Control+s');
  await isSaved(page);
  expect(desk.read(analysis)).toContain('published: "2026-10-25T03:30:00+02:00"');
});

test('a scheduled story says which build takes it, and stands in the calendar', async ({
  page,
  desk,
}) => {
  await openAt(page, desk, story);
  const published = page.getByRole('group', { name: 'Published' });
  const year = (await page.evaluate(() => new Date().getFullYear())) + 1;
  await published.getByLabel('Day').fill(`${year}-12-24`);
  await published.getByLabel('Time').fill('18:00');
  await expect(page.getByText('it appears with the first build after')).toBeVisible();
  await page.keyboard.press('Control+s');
  await isSaved(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Calendar' }).click();
  const day = page.locator(`[data-day="${year}-12-24"]`);
  // The month of now is the paper’s, not the browser’s.
  for (let month = 0; month < 24 && (await day.count()) === 0; month += 1) {
    await page.getByRole('button', { name: 'Next month' }).click();
  }
  await expect(day.getByRole('link', { name: /18:00 Why the bridge was built/ })).toBeVisible();
});
