import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  filesIn,
  lastEdition,
  listEdition,
  type PrintedPage,
} from '../../src/desk/last-edition.ts';

const work = mkdtempSync(path.join(tmpdir(), 'edition-'));
const dir = path.join(work, 'dist');
const cache = path.join(work, 'cache');

const bridge = 'town/bridge/index.html';
const view = '_astro/view.avif';
const pages = new Map<string, PrintedPage>([
  [bridge, { key: 'key', policy: "img-src 'self'", shows: [view] }],
  ['index.html', { key: undefined, policy: undefined, shows: [] }],
]);
const search = { newest: 'volume', stories: new Map([[bridge, 'digest']]) };

const write = (files: Record<string, string>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  }
};
const list = (): void => {
  listEdition(cache, { dir, code: '1', files: filesIn(dir), pages, search });
};
const edition = (code = '1', folder = dir) => lastEdition(cache, { dir: folder, code });

beforeEach(() => {
  for (const name of readdirSync(work)) rmSync(path.join(work, name), { recursive: true });
  mkdirSync(cache);
  write({ 'index.html': 'front', [bridge]: 'bridge', [`${bridge}.gz`]: 'packed', [view]: 'view' });
});
afterAll(() => {
  rmSync(work, { recursive: true });
});

describe('what an edition leaves to the next', () => {
  test('is told as it was', () => {
    list();
    expect(edition().pages).toEqual(pages);
    expect(edition().search).toEqual(search);
  });

  test('is nothing where the code or the folder is another', () => {
    list();
    expect(edition('2').pages.size).toBe(0);
    expect(edition('2').keep('index.html')).toBe(false);
    expect(edition('1', path.join(work, 'elsewhere')).keep('index.html')).toBe(false);
  });

  test('is nothing where it was not told, or by half', () => {
    expect(edition().keep('index.html')).toBe(false);
    writeFileSync(path.join(cache, 'edition.json'), '{"dir":');
    expect(edition().keep('index.html')).toBe(false);
  });
});

describe('a page of the last edition', () => {
  test('is kept with its packed copy and all that it shows', () => {
    list();
    const last = edition();
    expect(last.keepPage(bridge, 'key')).toEqual(pages.get(bridge));
    expect([...last.kept.keys()].sort()).toEqual([view, bridge, `${bridge}.gz`]);
    expect(last.kept).toEqual(new Map([...filesIn(dir)].filter(([file]) => file !== 'index.html')));
  });

  test('is printed anew when its key is another, or it has none', () => {
    list();
    const last = edition();
    expect(last.keepPage(bridge, 'another')).toBeUndefined();
    expect(last.keepPage('index.html', 'key')).toBeUndefined();
    expect(last.kept.size).toBe(0);
  });

  const damages: [string, () => unknown][] = [
    [
      'has other words of the same length',
      () => {
        write({ [bridge]: 'BRIDGE' });
        utimesSync(path.join(dir, bridge), 1, 1);
      },
    ],
    [
      'is longer',
      () => {
        const { atime, mtime } = statSync(path.join(dir, bridge));
        write({ [bridge]: 'bridges' });
        utimesSync(path.join(dir, bridge), atime, mtime);
      },
    ],
    [
      'is gone',
      () => {
        rmSync(path.join(dir, bridge));
      },
    ],
    [
      'shows a picture that is gone',
      () => {
        rmSync(path.join(dir, view));
      },
    ],
    [
      'has lost its packed copy',
      () => {
        rmSync(path.join(dir, `${bridge}.gz`));
      },
    ],
  ];
  test.each(damages)('is printed anew when it %s', (_, damage) => {
    list();
    damage();
    const last = edition();
    expect(last.keepPage(bridge, 'key')).toBeUndefined();
    expect(last.kept.has(bridge)).toBe(false);
  });

  test('is not touched', () => {
    const { ino } = statSync(path.join(dir, bridge));
    list();
    edition().keepPage(bridge, 'key');
    expect(statSync(path.join(dir, bridge)).ino).toBe(ino);
    expect(readFileSync(path.join(dir, bridge), 'utf8')).toBe('bridge');
    expect(existsSync(path.join(cache, 'next'))).toBe(false);
  });
});
