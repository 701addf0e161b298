import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPaper } from '../../src/check/check-paper.ts';
import { readSwitches } from '../../src/config/switches.ts';
import type { Mistake } from '../../src/copy/mistakes.ts';
import { fileKindOf } from '../../src/desk/page/file-kinds.ts';
import { analysis, expect, openAt, openDeskOver, test } from './desk.ts';

/** A mistake as the desk tells it. */
const told = ({ field, found, expected, fix }: Mistake): string =>
  `${field === undefined ? '' : `${field} `}Found ${found}; expected ${expected}. ${fix}`
    .replace(/\s+/g, ' ')
    .trim();

test('every faulty file of a paper gets the words of the check, and stays as it is', async ({
  page,
  deskFiles,
}) => {
  test.setTimeout(120_000);
  const cache = mkdtempSync(join(tmpdir(), 'desk-cache-'));
  const desk = await openDeskOver(deskFiles, 'tests/fixtures/mistakes');
  const { mistakes } = await checkPaper(readSwitches({ PAPER_DIR: desk.folder, CACHE_DIR: cache }));
  // Some are no texts of a paper, by their names: no form is made for them.
  const files = [...new Set(mistakes.map(({ file }) => file))].filter(
    (file) => fileKindOf({ content: 'content/' }, file) !== undefined,
  );
  expect(files.length).toBeGreaterThan(40);
  const before = files.map((file) => desk.read(file));
  await openAt(page, desk);
  const shown = page.locator('.findings > .error li');
  for (const file of files) {
    await page.evaluate(
      (to) => {
        location.hash = to;
      },
      `#/file/${file.split('/').map(encodeURIComponent).join('/')}`,
    );
    await expect
      .soft(async () => {
        const texts = await shown.allInnerTexts();
        expect(texts.map((text) => text.replace(/\s+/g, ' ').trim()).sort()).toEqual(
          mistakes
            .filter((mistake) => mistake.file === file)
            .map(told)
            .sort(),
        );
      }, file)
      .toPass({ timeout: 3000 });
  }
  expect(files.map((file) => desk.read(file))).toEqual(before);
  await desk.stop();
  rmSync(cache, { recursive: true, force: true });
});

test('a link to a file that is not there is told while somebody writes, until the file is there', async ({
  page,
  desk,
}) => {
  await openAt(page, desk, `#/story/${analysis}`);
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('\nAll of it is in [the report](/report.pdf).\n');
  const missing = page.getByText('/report.pdf, which does not exist').first();
  await expect(missing).toBeVisible();
  mkdirSync(join(desk.folder, 'public'));
  desk.write('public/report.pdf', '%PDF-1.7\n');
  // A change of the content folder is told at once; others at the next look.
  desk.write('content/redirects.yaml', '');
  await expect(missing).toBeHidden();
});
