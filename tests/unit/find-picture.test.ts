import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { plainName } from '../../src/darkroom/darkroom.ts';
import { createFinder } from '../../src/darkroom/find-picture.ts';
import { folderOnDisk } from '../../src/darkroom/folder-on-disk.ts';

const outer = mkdtempSync(path.join(tmpdir(), 'find-picture-'));
const content = path.join(outer, 'content');
afterAll(() => {
  rmSync(outer, { recursive: true });
});

/** Puts pictures beside a story, in a folder of its own, and finds one of them as the story names it. */
const find = (src: string, files: readonly string[] = [src], folder = 'story') => {
  const place = path.join(content, folder);
  rmSync(content, { recursive: true, force: true });
  for (const file of files) {
    mkdirSync(path.dirname(path.join(place, file)), { recursive: true });
    writeFileSync(path.join(place, file), '');
  }
  const found = createFinder([content], folderOnDisk([content]))(src, path.join(place, 'index.md'));
  return 'file' in found ? path.relative(place, found.file).normalize('NFC') : found;
};

describe('a picture is found', () => {
  test.each([
    'mayor’s.jpg',
    "mayor's.jpg",
    'why?.jpg',
    '100%.jpg',
    'a%20b.jpg',
    '50%25.jpg',
    'plan #2.jpg',
    '"yes" [1] (2) {3}.jpg',
    '`a` & b; c+d $e ^|~.jpg',
    'LEAD.JPG',
    'a\\b.jpg',
    ' both ends .jpg',
    'м’яч.png',
    'photo',
    '-rf',
  ])('by its name as it is: %s', (name) => {
    expect(find(`./${name}`, [name])).toBe(name);
  });

  test.each([
    ['./a%20b.jpg', 'a b.jpg'],
    ['./plan%20%232%3F.jpg', 'plan #2?.jpg'],
    ['./50%25.jpg', '50%.jpg'],
    ['./%D0%BC.jpg', 'м.jpg'],
    ['./100%%20more.jpg', '100% more.jpg'],
  ])('by its name in percent-escapes: %s', (src, name) => {
    expect(find(src, [name])).toBe(name);
  });

  test('by its literal name first', () => {
    expect(find('./a%20b.jpg', ['a b.jpg', 'a%20b.jpg'])).toBe('a%20b.jpg');
  });

  test.each(['NFC', 'NFD'] as const)('in either Unicode form: %s', (form) => {
    const other = form === 'NFC' ? 'NFD' : 'NFC';
    expect(find(`./${'été'.normalize(form)}.jpg`, [`${'été'.normalize(other)}.jpg`])).toBe(
      'été.jpg',
    );
  });

  test('without the spaces at its ends, which fields do not keep', () => {
    expect(find('./lead.jpg', ['lead.jpg '])).toBe('lead.jpg ');
  });

  test('with the backslashes of Windows', () => {
    expect(find('.\\pictures\\lead.jpg', ['pictures/lead.jpg'])).toBe('pictures/lead.jpg');
  });

  test.each(['Plan #2', '100% more', '50%25 x', 'Why did they resign?', ' a ', 'it’s `new`'])(
    'in a story’s folder of any name: %s',
    (folder) => {
      expect(find('./lead.jpg', ['lead.jpg'], folder)).toBe('lead.jpg');
    },
  );
});

describe('what is no picture of the paper is told', () => {
  test('with the right spelling if only upper and lower case differ', () => {
    expect(find('./Lead.JPG', ['lead.jpg'])).toEqual({
      found: './Lead.JPG, which does not exist',
      expected: './lead.jpg',
      fix: 'Write the name as the file has it: upper and lower case matter.',
    });
  });

  test('if it is not there', () => {
    expect(find('./lead.jpg', ['other.jpg'])).toMatchObject({
      found: './lead.jpg, which does not exist',
    });
  });

  test.each([
    'https://news.example/a.jpg',
    '//news.example/a.jpg',
    '/a.jpg',
    'C:\\a.jpg',
    'data:,',
  ])('if it is an address: %s', (src) => {
    expect(find(src, ['a.jpg'])).toMatchObject({ found: src });
  });

  test('if it is outside the paper’s folder, however the path says so', () => {
    for (const src of ['../../a.jpg', '..%2F..%2Fa.jpg', '..\\..\\a.jpg']) {
      expect(find(src, ['a.jpg']), src).toMatchObject({
        found: expect.stringMatching(/outside the paper’s folder|does not exist/) as string,
      });
    }
    expect(readdirSync(outer)).toEqual(['content']);
  });

  test('if it is a link that leads out of the paper’s folder', () => {
    find('./a.jpg', ['a.jpg']);
    writeFileSync(path.join(outer, 'secret.jpg'), '');
    symlinkSync(path.join(outer, 'secret.jpg'), path.join(content, 'story/link.jpg'));
    const found = createFinder([content], folderOnDisk([content]))(
      './link.jpg',
      path.join(content, 'story/index.md'),
    );
    expect(found).toMatchObject({
      found: './link.jpg, a link that leads out of the paper’s folder',
    });
    rmSync(path.join(outer, 'secret.jpg'));
  });

  test('if it is a folder', () => {
    expect(find('./folder', ['folder/a.jpg'])).toMatchObject({ found: './folder, a folder' });
  });
});

test.each([
  ['/a/The mayor’s “plan” #2.JPG', 'the-mayor-s-plan-2'],
  ['/a/Été à Paris.jpeg', 'ete-a-paris'],
  ['/a/міст.png', 'picture'],
  ['/a/100%.png', '100'],
  [`/a/${'long '.repeat(40)}.png`, 'long-'.repeat(12).slice(0, 59)],
])('names in addresses are plain: %s', (file, name) => {
  expect(plainName(file)).toBe(name);
});
