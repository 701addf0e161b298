import { cpSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCopy } from '../../../src/copy/read.ts';
import { writeRecord, type WrittenRecord } from '../../../src/record/write-record.ts';
import { repository, type Repository, told } from './repository.ts';

const story = 'articles/budget.md';

const write = ({ folder }: Repository, moment = '2025-04-01T00:00:00Z'): WrittenRecord =>
  writeRecord({
    contentDir: join(folder, 'content'),
    recordDir: join(folder, 'record'),
    articles: readCopy(join(folder, 'content'), folder).articles,
    moment: new Date(moment),
  });

const filesOf = ({ folder }: Repository): string[] =>
  globSync('record/**/*.md', { cwd: folder }).sort();

const twoVersions = (): Repository => {
  const paper = repository();
  paper.write(story, told({ more: 'draft: true\n', body: 'Half written.' }));
  paper.commit('2025-02-28T08:00:00Z');
  paper.write(story, told());
  paper.commit('2025-03-01T08:00:00Z');
  paper.write(story, told({ body: 'Second.' }));
  paper.commit('2025-03-02T08:00:00Z');
  return paper;
};

test('the record has the text of each public version, under the time since when readers had it', () => {
  const paper = twoVersions();
  expect(write(paper)).toMatchObject({ versions: 2, stories: 1, faults: [] });
  expect(filesOf(paper)).toEqual([
    'record/budget/2025-03-01T08-00-00Z.md',
    'record/budget/2025-03-02T08-00-00Z.md',
  ]);
  expect(readFileSync(join(paper.folder, 'record/budget/2025-03-01T08-00-00Z.md'), 'utf8')).toBe(
    told(),
  );
});

test('the folder says the same as git, and stands in for it where there is no history', () => {
  const paper = twoVersions();
  const fromGit = paper.versions('budget');
  write(paper);
  expect(paper.versions('budget', { from: 'folder' })).toEqual(fromGit);
  rmSync(join(paper.folder, '.git'), { recursive: true });
  expect(paper.versions('budget')).toEqual(fromGit);
  expect(paper.read().faults).toEqual([]);
});

test('a fresh copy of the folder is the same record, wherever it is', () => {
  const paper = twoVersions();
  write(paper);
  const copy = join(paper.folder, '.cache/copy');
  for (const name of ['content', 'record']) {
    cpSync(join(paper.folder, name), join(copy, name), { recursive: true });
  }
  const nameIn = (folder: string): string | undefined =>
    paper.read({ from: 'folder', folder }).changed.get('budget')?.file.slice(folder.length);
  const before = nameIn(paper.folder);
  expect(before).toBeDefined();
  expect(nameIn(copy)).toBe(before);
  const first = join(copy, 'record/budget/2025-03-01T08-00-00Z.md');
  writeFileSync(first, readFileSync(first, 'utf8').replace('Monday', 'Tuesday'));
  expect(nameIn(copy)).not.toBe(before);
});

test('without git, what changed since is added, as old as the story says', () => {
  const paper = twoVersions();
  write(paper);
  rmSync(join(paper.folder, '.git'), { recursive: true });
  expect(write(paper)).toMatchObject({ versions: 0 });
  paper.write(story, told({ body: 'Third.', more: 'updated: "2025-03-03T08:00:00Z"\n' }));
  expect(paper.versions('budget', { from: 'folder' }).map(([at]) => at)).toEqual([
    '2025-03-01T08:00',
    '2025-03-02T08:00',
    '2025-03-03T08:00',
  ]);
  expect(paper.read().faults.map(({ found }) => found)).toEqual([
    'a record without the present words of 1 story',
  ]);
  expect(write(paper)).toMatchObject({ versions: 1 });
  expect(paper.read().faults).toEqual([]);
  expect(filesOf(paper).at(-1)).toBe('record/budget/2025-03-03T08-00-00Z.md');
});

test('no file that is there is changed, and what is between two of them is added', () => {
  const paper = twoVersions();
  write(paper);
  const first = join(paper.folder, 'record/budget/2025-03-01T08-00-00Z.md');
  writeFileSync(first, told({ body: 'Somebody else’s words.' }));
  expect(write(paper)).toMatchObject({
    versions: 0,
    left: [{ file: 'record/budget/2025-03-01T08-00-00Z.md' }],
  });
  expect(readFileSync(first, 'utf8')).toContain('Somebody else’s words.');
  rmSync(first);
  expect(write(paper)).toMatchObject({ versions: 1, left: [] });
});

test('a version whose file was emptied is gone for good, from git as well', () => {
  const paper = twoVersions();
  paper.write(story, told({ body: 'Third.' }));
  paper.commit('2025-03-03T08:00:00Z');
  write(paper);
  const second = join(paper.folder, 'record/budget/2025-03-02T08-00-00Z.md');
  writeFileSync(second, '\n');
  expect(write(paper)).toMatchObject({ versions: 0, left: [] });
  expect(readFileSync(second, 'utf8')).toBe('\n');
  for (const from of ['git', 'folder'] as const) {
    expect(paper.versions('budget', { from }).map(([at]) => at)).toEqual([
      '2025-03-01T08:00',
      '2025-03-03T08:00',
    ]);
  }
});

test('a folder follows its story to another name', () => {
  const paper = twoVersions();
  write(paper);
  rmSync(join(paper.folder, '.git'), { recursive: true });
  renameSync(
    join(paper.folder, 'content/articles/budget.md'),
    join(paper.folder, 'content/articles/council.md'),
  );
  expect(write(paper)).toMatchObject({ versions: 0, renamed: [['budget', 'council']] });
  expect(filesOf(paper)).toHaveLength(2);
});

test('a paper without the folder is told how to make it', () => {
  const paper = repository();
  paper.write(story, told());
  expect(paper.read({ from: 'folder' }).faults[0]?.fix).toContain('npm run record');
});
