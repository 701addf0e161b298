import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPaper } from '../../src/check/check-paper.ts';
import { readSwitches } from '../../src/config/switches.ts';
import type { Mistake } from '../../src/copy/mistakes.ts';
import { fileKindOf } from '../../src/desk/page/file-kinds.ts';
import { expect, openAt, openDeskOver, test } from './desk.ts';

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
