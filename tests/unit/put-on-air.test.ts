import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { movesFor } from '../../src/press/moves.ts';
import { strangersIn } from '../../src/press/contents.ts';
import { leavingIn, putOnAir } from '../../src/press/put-on-air.ts';
import { filesIn } from '../../src/press/written-files.ts';

const work = mkdtempSync(path.join(tmpdir(), 'edition-'));
const dir = path.join(work, 'dist');
const next = path.join(work, 'cache/next');

const write = (folder: string, files: Record<string, string>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
};

/** The files of an edition with one story that stays, one that is edited and one that moves. */
const edition = ['index.html', 'town/bridge/index.html', 'town/mill/index.html', 'town'];

beforeEach(() => {
  for (const name of readdirSync(work)) rmSync(path.join(work, name), { recursive: true });
  write(dir, {
    'index.html': 'front',
    'town/bridge/index.html': 'bridge',
    'town/mill/index.html': 'mill',
    'gone/index.html': 'gone',
  });
  write(next, { 'index.html': 'new front', 'town/mill/index.html': 'new mill' });
});
afterAll(() => {
  rmSync(work, { recursive: true });
});

describe.each([
  ['looked through', false],
  ['known from the last edition', true],
])('an edition that is put on air in a folder that is %s', (_, isKnown) => {
  const put = (folder: string, files = edition): void => {
    const belongs = (file: string): boolean => files.includes(file);
    const before = isKnown && existsSync(folder) ? [...filesIn(folder).keys()] : undefined;
    const there = before && {
      gone: before.filter((file) => !belongs(file)),
      strangers: strangersIn(folder, () => true),
    };
    putOnAir(next, folder, leavingIn(folder, belongs, there));
  };
  const read = (folder: string): Record<string, string> =>
    Object.fromEntries(
      [...filesIn(folder).keys()].map((file) => [
        file,
        readFileSync(path.join(folder, file), 'utf8'),
      ]),
    );
  const isNew = (folder: string): void => {
    expect(read(folder)).toEqual({
      'index.html': 'new front',
      'town/bridge/index.html': 'bridge',
      'town/mill/index.html': 'new mill',
    });
    expect(readdirSync(folder).sort()).toEqual(['index.html', 'town']);
    expect(existsSync(next)).toBe(false);
  };

  test('replaces the last one, in the folder that servers use', () => {
    const bridge = path.join(dir, 'town/bridge/index.html');
    const before = [statSync(dir).ino, statSync(bridge).ino, statSync(bridge).mtimeMs];
    put(dir);
    isNew(dir);
    expect([statSync(dir).ino, statSync(bridge).ino, statSync(bridge).mtimeMs]).toEqual(before);
  });

  test('replaces old files instead of overwriting files that readers may be downloading', () => {
    const front = path.join(dir, 'index.html');
    const { ino } = statSync(front);
    put(dir);
    expect(statSync(front).ino).not.toBe(ino);
  });

  test('publishes what pages load before the pages, and lists of pages after them', () => {
    write(dir, { 'rss.xml': 'old', 'town/rss.xml': 'old', 'logo.png': 'old' });
    const news = ['_astro/a.avif', 'cards/b.jpg', 'fair/index.html', 'fair/rss.xml', 'data.json'];
    const others = ['rss.xml', 'town/rss.xml', 'logo.png', 'index.html.gz', 'town/new/index.html'];
    write(next, Object.fromEntries([...news, ...others].map((file) => [file, 'new'])));
    const turns = Map.groupBy(movesFor(next, dir, true), ({ turn }) => turn);
    const paths = (turn: Parameters<typeof turns.get>[0]) =>
      turns
        .get(turn)
        ?.map(({ path: file }) => file)
        .sort();
    expect(paths('loaded')).toEqual(['_astro', 'cards', 'data.json', 'fair/rss.xml', 'logo.png']);
    expect(paths('new pages')).toEqual(['fair/index.html', 'town/new']);
    expect(paths('pages')).toEqual(['index.html', 'index.html.gz', 'town/mill/index.html']);
    expect(paths('lists')).toEqual(['rss.xml', 'town/rss.xml']);
  });

  test('is not affected by the remains of an interrupted build', () => {
    write(dir, { '.next-edition/half.html': 'half', '.next-edition/town/bridge/index.html': 'h' });
    put(dir);
    isNew(dir);
  });

  test('may have files where folders were, and folders where files were', () => {
    write(dir, { 'file/index.html': 'a folder' });
    write(next, { 'gone/index.html/index.html': 'a folder', file: 'a file' });
    put(dir, [...edition, 'gone/index.html/index.html', 'file']);
    expect(read(dir)).toMatchObject({
      'gone/index.html/index.html': 'a folder',
      file: 'a file',
    });
  });

  test('needs no edition before it', () => {
    const first = path.join(work, 'site/paper');
    put(first);
    expect(read(first)).toEqual({ 'index.html': 'new front', 'town/mill/index.html': 'new mill' });
  });

  test('follows a symbolic link, and leaves the link in place', () => {
    const link = path.join(work, 'www');
    symlinkSync(dir, link);
    put(link);
    isNew(dir);
    isNew(link);
  });

  test.runIf(existsSync('/dev/shm'))('may go to another disk, and is recognised there', () => {
    const apart = mkdtempSync('/dev/shm/edition-');
    try {
      write(apart, { 'old.html': 'old', 'town/bridge/index.html': 'bridge' });
      const files = filesIn(next);
      put(apart);
      isNew(apart);
      for (const [file, written] of files) expect(filesIn(apart).get(file)).toEqual(written);
    } finally {
      rmSync(apart, { recursive: true });
    }
  });
});
