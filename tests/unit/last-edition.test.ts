import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { filesOf, lastEdition, listEdition } from '../../src/desk/last-edition.ts';
import { putOnAir } from '../../src/desk/put-on-air.ts';

const work = mkdtempSync(path.join(tmpdir(), 'edition-'));
const dir = path.join(work, 'dist');
const cache = path.join(work, 'cache');
const next = path.join(cache, 'next');

const write = (folder: string, files: Record<string, string>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
};

beforeEach(() => {
  for (const name of readdirSync(work)) rmSync(path.join(work, name), { recursive: true });
  write(dir, { 'index.html': 'front', 'town/bridge/index.html': 'bridge' });
  mkdirSync(next, { recursive: true });
});
afterAll(() => {
  rmSync(work, { recursive: true });
});

describe('a file of the last edition', () => {
  const bridge = 'town/bridge/index.html';
  const list = (): void => {
    listEdition(cache, { dir, code: '1', files: filesOf(dir), keys: { [bridge]: 'key' } });
  };
  const edition = (code = '1', folder = dir) => lastEdition(cache, { dir: folder, next, code });

  test('is taken over without being copied, and known as taken over', () => {
    list();
    const last = edition();
    expect(last.takeOver(bridge)).toBe(true);
    expect(statSync(path.join(next, bridge)).ino).toBe(statSync(path.join(dir, bridge)).ino);
    expect([last.isTakenOver(bridge), last.isTakenOver('index.html')]).toEqual([true, false]);
    expect([last.keyOf(bridge), last.keyOf('index.html')]).toEqual(['key', undefined]);
  });

  test.each<[string, () => unknown]>([
    [
      'has other words of the same length',
      () => {
        write(dir, { [bridge]: 'BRIDGE' });
        utimesSync(path.join(dir, bridge), 1, 1);
      },
    ],
    [
      'is longer',
      () => {
        const { atime, mtime } = statSync(path.join(dir, bridge));
        write(dir, { [bridge]: 'bridges' });
        utimesSync(path.join(dir, bridge), atime, mtime);
      },
    ],
    [
      'is gone',
      () => {
        rmSync(path.join(dir, bridge));
      },
    ],
  ])('is not taken over when it %s', (_, how) => {
    list();
    how();
    const last = edition();
    expect(last.takeOver(bridge)).toBe(false);
    expect(last.isTakenOver(bridge)).toBe(false);
    expect(existsSync(path.join(next, bridge))).toBe(false);
  });

  test('stays as it is when it is dropped, to be printed anew', () => {
    list();
    const last = edition();
    last.takeOver(bridge);
    last.drop(bridge);
    write(next, { [bridge]: 'a new bridge' });
    expect(last.isTakenOver(bridge)).toBe(false);
    expect(readFileSync(path.join(dir, bridge), 'utf8')).toBe('bridge');
  });

  test('is not taken over when the code, or the folder, is another', () => {
    list();
    expect(edition('2').takeOver(bridge)).toBe(false);
    expect(edition('1', path.join(work, 'elsewhere')).takeOver(bridge)).toBe(false);
  });

  test('is not taken over where no list is, or half of one', () => {
    expect(edition().takeOver(bridge)).toBe(false);
    writeFileSync(path.join(cache, 'edition.json'), '{"dir":');
    expect(edition().takeOver(bridge)).toBe(false);
  });
});

describe('an edition that is put on air', () => {
  const isNew = (folder: string): void => {
    expect([...filesOf(folder).keys()].sort()).toEqual(['feed.json', 'index.html']);
    expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toBe('new front');
    expect(readdirSync(cache)).toEqual([]);
  };
  beforeEach(() => {
    write(next, { 'index.html': 'new front', 'feed.json': '{}' });
  });

  test('takes the place of the last one, whole, in the folder that servers know', () => {
    const { ino } = statSync(dir);
    putOnAir(next, dir);
    isNew(dir);
    expect(statSync(dir).ino).toBe(ino);
  });

  test('finds no remains of a build that was stopped in the middle', () => {
    write(dir, { '.last-edition/old.html': 'old', '.next-edition/half.html': 'half' });
    putOnAir(next, dir);
    isNew(dir);
  });

  test('needs no edition before it', () => {
    const first = path.join(work, 'site/paper');
    putOnAir(next, first);
    isNew(first);
  });

  test('goes where a link leads, and leaves the link', () => {
    const link = path.join(work, 'www');
    symlinkSync(dir, link);
    putOnAir(next, link);
    isNew(dir);
    isNew(link);
  });

  test.runIf(existsSync('/dev/shm'))('goes to another disk, too', () => {
    const apart = mkdtempSync('/dev/shm/edition-');
    try {
      write(apart, { 'old.html': 'old' });
      putOnAir(next, apart);
      isNew(apart);
    } finally {
      rmSync(apart, { recursive: true });
    }
  });
});
