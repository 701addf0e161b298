import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createEditionLists,
  type PrintedPage,
  readEditionList,
} from '../../src/press/edition-list.ts';
import { readCoded, writeCoded, writeKept } from '../../src/kept.ts';
import { codeDigest } from '../../src/press/digests.ts';
import { lastEdition } from '../../src/press/last-edition.ts';
import { aftermathOf, filesIn, stamped } from '../../src/press/written-files.ts';

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
  createEditionLists().write(cache, {
    ...making,
    files: stamped(dir, filesIn(dir)),
    pages,
    search,
  });
};
const making = { dir, code: '1', compression: 'gzip' };
const edition = (other: Partial<typeof making> = {}) => {
  const listed = readEditionList(cache);
  const since = aftermathOf(dir, listed?.files ?? new Map());
  return lastEdition(listed, since, { ...making, ...other });
};

beforeEach(() => {
  for (const name of readdirSync(work)) rmSync(path.join(work, name), { recursive: true });
  mkdirSync(cache);
  write({ 'index.html': 'front', [bridge]: 'bridge', [`${bridge}.gz`]: 'packed', [view]: 'view' });
});
afterAll(() => {
  rmSync(work, { recursive: true });
});

describe('the record of the last edition', () => {
  test('is read back as it was written', () => {
    list();
    expect(edition().pages).toEqual(pages);
    expect(edition().search).toEqual(search);
  });

  test('is not read again by the process that wrote it, unless another has written since', () => {
    const edition = { ...making, files: filesIn(dir), pages, search };
    const lists = createEditionLists();
    lists.write(cache, edition);
    expect(lists.read(cache)).toBe(edition);
    createEditionLists().write(cache, { ...edition, code: '2' });
    expect(lists.read(cache)?.code).toBe('2');
    rmSync(path.join(cache, 'edition.kept'));
    expect(lists.read(cache)).toBeUndefined();
  });

  test('is ignored if the folder or the compression has changed', () => {
    list();
    for (const last of [
      edition({ dir: path.join(work, 'elsewhere') }),
      edition({ compression: '' }),
    ]) {
      expect(last.keep('index.html')).toBe(false);
      expect(last.filesBelow('town')).toEqual([]);
    }
  });

  test('offers no pages if the code has changed, but still the files named by their content', () => {
    list();
    const last = edition({ code: '2' });
    expect(last.pages.size).toBe(0);
    expect(last.keepPage(bridge, 'key')).toBeUndefined();
    expect(last.keep(view)).toBe(true);
    expect(last.search).toEqual(search);
  });

  test('finds files by folder', () => {
    list();
    expect(edition().filesBelow('town').sort()).toEqual([bridge, `${bridge}.gz`]);
    expect(edition().filesBelow('tow')).toEqual([]);
  });

  const kept = path.join(cache, 'edition');
  const file = `${kept}.kept`;
  const damages: [string, () => void][] = [
    ['missing', () => undefined],
    [
      'from an older engine',
      () => {
        writeFileSync(file, JSON.stringify({ dir, files: [] }));
      },
    ],
    [
      'without a key',
      () => {
        writeKept(kept, JSON.stringify({ dir }));
      },
    ],
    [
      'of wrong types',
      () => {
        writeKept(kept, '{"dir":1,"files":"all","pages":null}');
      },
    ],
    [
      'cut off',
      () => {
        truncateSync(file, statSync(file).size - 100);
      },
    ],
    [
      'emptied',
      () => {
        truncateSync(file);
      },
    ],
    [
      'nothing',
      () => {
        writeCoded(kept, codeDigest('edition'), null);
      },
    ],
    [
      'of other code',
      () => {
        writeCoded(kept, 'another', readCoded(kept, codeDigest('edition')));
      },
    ],
  ];
  test.each(damages)('is ignored if it is %s', (what, damage) => {
    if (what !== 'missing') list();
    damage();
    expect(edition().keep('index.html')).toBe(false);
    expect(edition().pages.size).toBe(0);
  });
});

describe('a page of the last edition', () => {
  test('is kept with its compressed copy and everything it shows', () => {
    list();
    const last = edition();
    expect(last.keepPage(bridge, 'key')).toEqual(pages.get(bridge));
    expect([...last.kept.keys()].sort()).toEqual([view, bridge, `${bridge}.gz`]);
    const onDisk = filesIn(dir);
    for (const [file, [bytes, digest]] of last.kept) {
      expect(onDisk.get(file)).toEqual([bytes, digest]);
    }
  });

  test('is rebuilt if its key has changed, or it has none', () => {
    list();
    const last = edition();
    expect(last.keepPage(bridge, 'another')).toBeUndefined();
    expect(last.keepPage('index.html', 'key')).toBeUndefined();
    expect(last.kept.size).toBe(0);
  });

  const damages: [string, () => unknown][] = [
    [
      'has different text of the same length and age',
      () => {
        const { atime, mtime } = statSync(path.join(dir, bridge));
        write({ [bridge]: 'BRIDGE' });
        utimesSync(path.join(dir, bridge), atime, mtime);
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
      'shows a picture that has changed',
      () => {
        write({ [view]: 'VIEW' });
      },
    ],
    [
      'shows a picture that is gone',
      () => {
        rmSync(path.join(dir, view));
      },
    ],
    [
      'has lost its compressed copy',
      () => {
        rmSync(path.join(dir, `${bridge}.gz`));
      },
    ],
  ];
  test.each(damages)('is rebuilt if it %s', (_, damage) => {
    list();
    damage();
    const last = edition();
    expect(last.keepPage(bridge, 'key')).toBeUndefined();
    expect(last.kept.has(bridge)).toBe(false);
  });
});
