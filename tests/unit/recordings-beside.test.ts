import { expect, test } from 'vitest';
import { strayMistake } from '../../src/copy/strays.ts';

const found = (path: string) => strayMistake({ path }, 'articles');

test('a recording beside a story is told its place, and nobody is told to rename it', () => {
  expect(found('2026/harbour/opening.MP4')).toEqual({
    found: 'a file that ends in ".MP4"',
    expected: expect.stringContaining('a file to take along: PDF, CSV') as string,
    fix: 'Move it into the folder files/ of the content folder, and link to /files/opening.MP4.',
  });
  expect(found('2026/harbour/run.exe').fix).toMatch(/^Rename it, or move it/);
});
