import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWriter } from '../../../src/import/writer/memory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = (isDry = false) => openWriter(folder, 'import/written.jsonl', isDry);
const text = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('an import that runs again', () => {
  test('changes nothing if nothing has changed', () => {
    expect(open().write('articles/a/index.md', 'one')).toBe('new');
    const memory = text('import/written.jsonl');
    expect(open().write('articles/a/index.md', 'one')).toBe('unchanged');
    expect(text('import/written.jsonl')).toBe(memory);
  });

  test('replaces what it wrote itself', () => {
    open().write('articles/a/index.md', 'one');
    expect(open().write('articles/a/index.md', 'two')).toBe('replaced');
    expect(text('articles/a/index.md')).toBe('two');
  });

  test('leaves what an editor has changed', () => {
    open().write('articles/a/index.md', 'one');
    writeFileSync(join(folder, 'articles/a/index.md'), 'edited');
    expect(open().write('articles/a/index.md', 'two')).toBe('kept');
    expect(text('articles/a/index.md')).toBe('edited');
  });

  test('does not bring back what an editor has deleted', () => {
    open().write('articles/a/index.md', 'one');
    rmSync(join(folder, 'articles/a/index.md'));
    expect(open().write('articles/a/index.md', 'two')).toBe('kept');
    expect(readdirSync(join(folder, 'articles/a'))).toEqual([]);
  });

  test('leaves files that are not its own', () => {
    writeFileSync(join(folder, 'redirects.yaml'), '/a/: /b/\n');
    expect(open().write('redirects.yaml', '/c/: /d/\n')).toBe('kept');
    expect(text('redirects.yaml')).toBe('/a/: /b/\n');
  });

  test('removes what the source does not have any more, but no edit', () => {
    const first = open();
    first.write('articles/a/index.md', 'one');
    first.write('articles/b/index.md', 'one');
    first.write('articles/c/index.md', 'one');
    writeFileSync(join(folder, 'articles/b/index.md'), 'edited');
    const second = open();
    second.write('articles/c/index.md', 'one');
    expect(second.sweep([])).toEqual({
      deleted: ['articles/a/index.md'],
      edited: ['articles/b/index.md'],
    });
    expect(text('articles/b/index.md')).toBe('edited');
    // Published again, it comes back.
    expect(open().write('articles/a/index.md', 'one')).toBe('new');
  });

  test('goes on after a run that was stopped in the middle of a line', () => {
    open().write('articles/a/index.md', 'one');
    writeFileSync(
      join(folder, 'import/written.jsonl'),
      `${text('import/written.jsonl')}{"file":"art`,
    );
    writeFileSync(join(folder, 'import/half.part'), 'ha');
    expect(open().write('articles/a/index.md', 'two')).toBe('replaced');
    expect(readdirSync(join(folder, 'import'))).toEqual(['written.jsonl']);
  });
});

test('a half line that a stopped run left does not swallow the next one', () => {
  open().write('articles/a/index.md', 'one');
  const memory = text('import/written.jsonl');
  writeFileSync(join(folder, 'import/written.jsonl'), `${memory}{"file":"art`);
  open().write('articles/b/index.md', 'one');
  expect(open().write('articles/b/index.md', 'two')).toBe('replaced');
});

test('a file that somebody has deleted is known as such', () => {
  open().write('articles/a/index.md', 'one');
  expect(open().isRemoved('articles/a/index.md')).toBe(false);
  rmSync(join(folder, 'articles/a/index.md'));
  expect(open().isRemoved('articles/a/index.md')).toBe(true);
  expect(open().isRemoved('articles/b/index.md')).toBe(false);
});

test('whatever an edited file needs is not removed with its source', () => {
  const first = open();
  const story = (section: string) => `---\nsection: ${section}\nauthors: [ann]\n---\n\nWords.\n`;
  first.write('articles/2024/a/index.md', story('local'));
  for (const [path, content] of [
    ['articles/2024/a/weir.jpg', 'a'],
    ['articles/2024/b/weir.jpg', 'a'],
    ['files/2024/a/report.pdf', 'a'],
    ['files/2024/b/report.pdf', 'a'],
    ['sections/local.yaml', 'parent: news\n'],
    ['sections/news.yaml', 'title: News\n'],
    ['sections/loc.yaml', 'title: Loc\n'],
    ['authors/ann.yaml', 'name: Ann\n'],
    ['authors/bob.yaml', 'name: Bob\n'],
  ] as const)
    first.write(path, content);
  writeFileSync(join(folder, 'articles/2024/a/index.md'), `${story('local')}More.\n`);
  expect(open().sweep([]).deleted).toEqual([
    'articles/2024/b/weir.jpg',
    'files/2024/b/report.pdf',
    'sections/loc.yaml',
    'authors/bob.yaml',
  ]);
});

test('a dry run writes nothing', () => {
  const writer = open(true);
  expect(writer.write('articles/a/index.md', 'one')).toBe('new');
  writer.remember('1', 'a');
  writer.sweep([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('nothing is written outside the folder', () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'));
  symlinkSync(outside, join(folder, 'articles'));
  expect(() => open().write('articles/a.md', 'one')).toThrow('outside');
  expect(() => open().write('../a.md', 'one')).toThrow('outside');
  expect(readdirSync(outside)).toEqual([]);
  rmSync(outside, { recursive: true });
});
