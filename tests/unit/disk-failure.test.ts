import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { diskFailure } from '../../src/press/disk-failure.ts';

const home = mkdtempSync(path.join(tmpdir(), 'disk-'));
afterAll(() => {
  rmSync(home, { recursive: true });
});
const folders = { dir: path.join(home, 'dist'), cacheDir: path.join(home, 'not/yet/there') };
const saidOf = (text: string): string | undefined => diskFailure(text, folders);

describe('a failure of the disk is reported in one sentence', () => {
  test.each([
    [
      "EACCES: permission denied, mkdir '/srv/my paper/dist'",
      /^\/srv\/my paper\/dist may not be read or written by the user/,
    ],
    // What Node says when it deletes a folder.
    ["EACCES, Permission denied: /srv/work '/srv/work'", /^\/srv\/work may not be read or written/],
    ["EPERM: operation not permitted, rename '/a/b' -> '/c/d'", /^\/c\/d may not be changed/],
    ["EROFS: read-only file system, open '/ro/a'", /^\/ro\/a is on a disk that can only be read/],
    ["EIO: i/o error, read '/bad/a.jpg'", /^\/bad\/a\.jpg could not be read or written/],
    ["EMFILE: too many open files, open '/a'", /^\/a could not be opened: too many files are open/],
    ["ENOTDIR: not a directory, mkdir '/file/a'", /there is a file where a folder is needed/],
    [
      'Failed to write file in /small/next/a b.mjs\n\nCaused by:\n  No space left (os error 28)',
      /^\/small\/next\/a b\.mjs is on a disk that is full/,
    ],
    ['An image failed: Error: ENOSPC: no space left on device, write', /is on a disk that is full/],
  ])('%s', (text, sentence) => {
    const said = saidOf(`${text}\n    at Object.writeFileSync (node:fs:1)\n    at more`);
    expect(said).toMatch(sentence);
    expect(said).toMatch(/^[^\n]+[.)]$/);
  });

  test('with the name that a file gets once it is whole', () => {
    const part = `/cache/a.kept.${crypto.randomUUID()}.part`;
    expect(saidOf(`EACCES: permission denied, open '${part}'`)).toMatch(/^\/cache\/a\.kept may/);
  });

  test('with a folder of the build where the system names no file', () => {
    expect(saidOf('ENOSPC: no space left on device, write')).toContain(home);
  });

  test('as the system itself reports it', () => {
    const file = path.join(home, 'a-file');
    writeFileSync(file, '');
    let said: string | undefined;
    try {
      writeFileSync(path.join(file, 'below'), '');
    } catch (error) {
      said = saidOf(String(error));
    }
    expect(said).toBe(
      `${file}/below cannot be used: there is a file where a folder is needed. Move that file, or name folders elsewhere with OUT_DIR, CACHE_DIR or PICTURE_CACHE.`,
    );
  });
});

test('another failure is left as it is', () => {
  expect(saidOf("TypeError: Cannot read properties of undefined (reading 'EACCES')")).toBe(
    undefined,
  );
  expect(saidOf("ENOENT: no such file or directory, open '/a'")).toBe(undefined);
});
