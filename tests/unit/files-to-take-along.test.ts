import { mkdtempSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sanitiseBody } from '../../src/copy/sanitise.ts';
import { kindAndSize } from '../../src/copy/take-along.ts';
import { createFileFinder, filesBeside } from '../../src/darkroom/files-beside.ts';
import { wordsFor } from '../../src/language/words.ts';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
mkdirSync(join(folder, 'story'));
const story = join(folder, 'story/index.md');
const write = (name: string, text = 'a,b'): void => {
  writeFileSync(join(folder, 'story', name), text);
};
const find = () => createFileFinder([folder]);

describe('a file beside a story', () => {
  test.each([
    ['budget.pdf', '[a](budget.pdf)', 'files/budget'],
    ['./ before its name', '[a](./budget.pdf)', 'files/budget'],
    ['a name with spaces', '[a](<the editor’s list.csv>)', 'files/the-editor-s-list'],
    ['the same in escapes', '[a](the%20editor%E2%80%99s%20list.csv)', 'files/the-editor-s-list'],
    ['an Arabic name', '[a](ميزانية.csv)', 'files/file'],
    ['a link by reference', '[a][b]\n\n[b]: budget.pdf', 'files/budget'],
  ])('is found, and gets an address that every host keeps: %s', (_, body, start) => {
    for (const name of ['budget.pdf', 'the editor’s list.csv', 'ميزانية.csv']) write(name);
    const [file] = Object.values(filesBeside(body, story, find()));
    expect(file?.path).toMatch(new RegExp(`^${start}\\.[\\da-f]{12}\\.(?:pdf|csv)$`));
  });

  test('has another address when its content changes', () => {
    const path = (text: string) => {
      write('a.csv', text);
      return filesBeside('[a](a.csv)', story, find())['a.csv']?.path;
    };
    expect(path('one')).not.toBe(path('two'));
  });

  test('is linked with its kind, size, type and name, below the paper’s folder', () => {
    write('b c.csv');
    const files = filesBeside('[a](<b c.csv>)', story, find());
    const html = sanitiseBody('<p><a href="b%20c.csv">The <em>tolls</em></a></p>', {
      ...{ words: wordsFor('en'), files },
      link: (path) => path.replace(/^\//, '/news/'),
    });
    expect(html).toMatch(
      /<a href="\/news\/files\/b-c\.[\da-f]{12}\.csv" type="text\/csv" download="b c\.csv">The <em>tolls<\/em> \(CSV, 1.kB\)<\/a>/,
    );
  });

  test.each([
    ['missing', 'none.pdf', /does not exist/],
    ['empty', 'empty.csv', /which is empty/],
    ['too large', 'large.zip', /million bytes/],
    ['outside the paper', '../../other.pdf', /outside the paper/],
    ['written in other letters', 'BUDGET.pdf', /does not exist/],
  ])('is a mistake if it is %s', (_, address, found) => {
    write('budget.pdf');
    write('empty.csv', '');
    write('large.zip');
    truncateSync(join(folder, 'story/large.zip'), 26_000_000);
    expect(find()(address, story)).toMatchObject({ found: expect.stringMatching(found) as string });
    expect(filesBeside(`[a](${address})`, story, find())).toEqual({});
  });

  test.each(['page.html', 'run.exe', 'run.sh', 'a.svg', 'a.js', 'a.xml', 'a.xlsm'])(
    'is not published if a browser or a computer could run it: %s',
    (name) => {
      write(name);
      expect(filesBeside(`[a](${name})`, story, find())).toEqual({});
    },
  );
});

test('a size is written as the paper’s language has it', () => {
  const file = { path: 'files/a.0.pdf', name: 'a.pdf', bytes: 1_240_000 };
  expect(kindAndSize(file, 'en')).toBe('PDF, 1.2\u00A0MB');
  expect(kindAndSize(file, 'fr')).toMatch(/^PDF, 1,2.Mo$/);
  expect(kindAndSize(file, 'uk')).toMatch(/^PDF, 1,2.МБ$/);
  expect(kindAndSize(file, 'ar')).toMatch(/^PDF، /);
});
