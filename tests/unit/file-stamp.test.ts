import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { stampOf } from '../../src/file-stamp.ts';
import { aftermathOf, filesIn, type PrintedFiles, stamped } from '../../src/press/written-files.ts';

const work = mkdtempSync(path.join(tmpdir(), 'stamps-'));
afterAll(() => {
  rmSync(work, { recursive: true });
});

/** Longer than a change stays too recent to be told from the next one. */
const aWhile = 150;

/** Changes a file and gives it the times that it had. */
const changeInSecret = (file: string, text: string): void => {
  const { atime, mtime } = statSync(file);
  writeFileSync(file, text);
  utimesSync(file, atime, mtime);
};

const changes: [string, (file: string) => void][] = [
  [
    'touched',
    (file) => {
      utimesSync(file, new Date(), new Date());
    },
  ],
  [
    'given its own times again',
    (file) => {
      const { atime, mtime } = statSync(file);
      utimesSync(file, atime, mtime);
    },
  ],
  [
    'changed to a text of the same size',
    (file) => {
      writeFileSync(file, 'TEXT');
    },
  ],
  [
    'changed to a text of the same size, with the times that it had',
    (file) => {
      changeInSecret(file, 'TEXT');
    },
  ],
  [
    'restored from a copy with its times',
    (file) => {
      const { atime, mtime } = statSync(file);
      copyFileSync(file, `${file}.copy`);
      utimesSync(`${file}.copy`, atime, mtime);
      renameSync(`${file}.copy`, file);
    },
  ],
];

test.each(changes)('a file that was %s has another stamp', async (what, change) => {
  const file = path.join(work, `${what}.txt`);
  writeFileSync(file, 'text');
  await wait(aWhile);
  const before = stampOf(file);
  expect(before).toEqual(expect.any(String));
  expect(stampOf(file)).toBe(before);
  change(file);
  await wait(aWhile);
  expect(stampOf(file)).toEqual(expect.any(String));
  expect(stampOf(file)).not.toBe(before);
});

test('a file that has just changed has no stamp yet, nor have folders and files that are not there', () => {
  const file = path.join(work, 'new.txt');
  writeFileSync(file, 'text');
  expect(stampOf(file)).toBeUndefined();
  expect(stampOf(work, Infinity)).toBeUndefined();
  expect(stampOf(path.join(work, 'none.txt'))).toBeUndefined();
});

test('printed files are known by their stamps, and read where those differ', async () => {
  const dir = path.join(work, 'printed');
  mkdirSync(dir);
  for (const name of ['same', 'touched', 'changed']) writeFileSync(path.join(dir, name), name);
  await wait(aWhile);
  const files = stamped(dir, filesIn(dir));
  const stampIn = (of: PrintedFiles, name: string) => of.get(name)?.[2];
  for (const name of ['changed', 'same', 'touched']) expect(stampIn(files, name)).toBeDefined();
  utimesSync(path.join(dir, 'touched'), 0, 0);
  changeInSecret(path.join(dir, 'changed'), 'CHANGED');
  await wait(aWhile);
  const { spoilt, restamped } = aftermathOf(dir, files);
  expect([...spoilt]).toEqual(['changed']);
  expect([...restamped.keys()]).toEqual(['touched']);
  expect(stampIn(restamped, 'touched')).not.toBe(stampIn(files, 'touched'));
});
