import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { beginChanges, changeFiles } from '../../src/press/changed-files.ts';
import { goneFrom, newIn, type PrintedFiles } from '../../src/press/written-files.ts';

const cache = mkdtempSync(path.join(tmpdir(), 'changes-'));
afterAll(() => {
  rmSync(cache, { recursive: true });
});
beforeEach(() => {
  for (const name of readdirSync(cache)) rmSync(path.join(cache, name));
});

type Texts = Record<string, string>;
const place = (of: keyof typeof changeFiles): string => path.join(cache, changeFiles[of]);
const filesOf = (texts: Texts): PrintedFiles =>
  new Map(Object.entries(texts).map(([file, text]) => [file, [text.length, text]]));

/** Builds an edition after another; the first one comes after none. */
const begin = (before: Texts | undefined, now: Texts): (() => string[]) => {
  const files = filesOf(now);
  const last = before && filesOf(before);
  const changed = last && [...goneFrom(last, files), ...newIn(files, last)];
  return beginChanges(cache, changed, (file) => files.has(file));
};
const build = (before: Texts | undefined, now: Texts): string[] => begin(before, now)();

const nameOnAir = (): string => readFileSync(place('edition'), 'utf8');
/** Notes that the host has an edition: that on air, or an earlier one. */
const deploy = (edition = nameOnAir()): void => {
  writeFileSync(place('deployed'), edition);
};

const listed = (of: 'changed' | 'removed'): string[] =>
  readFileSync(place(of), 'utf8').split('\n').slice(0, -1);
/** Undefined if everything must be copied. */
const lists = (): { changed: string[]; removed: string[] } | undefined =>
  existsSync(place('changed')) && existsSync(place('removed'))
    ? { changed: listed('changed'), removed: listed('removed') }
    : undefined;

const first = { 'index.html': 'front', 'mill/index.html': 'mill', 'fair/index.html': 'fair' };
const second = {
  'index.html': 'new front',
  'mill/index.html': 'mill',
  'the bridge/index.html': 'bridge',
};
const changes = {
  changed: ['index.html', 'the bridge/index.html'],
  removed: ['fair/index.html'],
};

describe('the lists for copying a paper to its host', () => {
  test('are not there until the host has an edition: all of it must be copied', () => {
    expect(build(undefined, first)).toEqual([]);
    expect(lists()).toBeUndefined();
    build(first, second);
    expect(lists()).toBeUndefined();
  });

  test('name what was changed, added and removed since, one path a line', () => {
    build(undefined, first);
    deploy();
    expect(build(first, second)).toEqual([
      'Since the edition on your host: changed files 2, removed files 1.',
    ]);
    expect(lists()).toEqual(changes);
    expect(readFileSync(place('changed'), 'utf8')).toBe('index.html\nthe bridge/index.html\n');
  });

  test('are empty if nothing has changed', () => {
    build(undefined, first);
    deploy();
    build(first, first);
    expect(lists()).toEqual({ changed: [], removed: [] });
  });

  test('go on naming what changed, edition after edition, until the host has it', () => {
    build(undefined, first);
    deploy();
    build(first, second);
    const third = { ...second, 'mill/index.html': 'new mill' };
    build(second, third);
    expect(lists()?.changed).toEqual([
      ...changes.changed.slice(0, 1),
      'mill/index.html',
      'the bridge/index.html',
    ]);
    expect(lists()?.removed).toEqual(changes.removed);
    deploy();
    build(third, { ...third, 'index.html': 'newest front' });
    expect(lists()).toEqual({ changed: ['index.html'], removed: [] });
  });

  test('name a file that is again as the host had it, because a deployment that failed may have replaced it', () => {
    build(undefined, first);
    deploy();
    build(first, second);
    build(second, first);
    expect(lists()).toEqual({
      changed: ['fair/index.html', 'index.html'],
      removed: ['the bridge/index.html'],
    });
  });

  test('name what changed while an earlier edition was being copied', () => {
    build(undefined, first);
    deploy();
    build(first, second);
    const copied = nameOnAir();
    const third = { ...second, 'index.html': 'newer front', 'mill/index.html': 'new mill' };
    build(second, third);
    deploy(copied);
    build(third, third);
    build(third, third);
    expect(lists()).toEqual({ changed: ['index.html', 'mill/index.html'], removed: [] });
  });

  test('name what a build changed that was stopped while it put its edition on air', () => {
    build(undefined, first);
    deploy();
    build(first, first);
    begin(first, second);
    expect(existsSync(place('edition'))).toBe(false);
    expect(lists()).toBeUndefined();
    build(first, { ...first, 'mill/index.html': 'new mill' });
    expect(lists()).toEqual({
      changed: ['fair/index.html', 'index.html', 'mill/index.html'],
      removed: ['the bridge/index.html'],
    });
  });

  test.each([
    [
      'the host has an edition of another cache',
      () => {
        deploy('7b7e3f0c-0000-4000-8000-000000000000\n');
      },
    ],
    [
      'the name of the host’s edition is empty',
      () => {
        deploy('');
      },
    ],
    [
      'what the cache kept of the changes is damaged',
      () => {
        writeFileSync(path.join(cache, 'changes.json.kept'), '{"editions":[]}');
      },
    ],
  ])('are not there if %s', (_, spoil) => {
    build(undefined, first);
    deploy();
    build(first, second);
    spoil();
    build(second, first);
    expect(lists()).toBeUndefined();
    deploy();
    build(first, second);
    expect(lists()).toEqual(changes);
  });

  test('are not there if it is not known what was printed before', () => {
    build(undefined, first);
    deploy();
    build(undefined, second);
    expect(lists()).toBeUndefined();
  });

  test.each(['a\nb.html', 'a\rb.html', '#a.html', ';a.html'])(
    'are not there, and the build says so, while %j has changed, which tools would not find',
    (file) => {
      build(undefined, first);
      deploy();
      expect(build(first, { ...first, [file]: 'odd' })).toEqual([
        expect.stringContaining(JSON.stringify(file)) as string,
      ]);
      expect(lists()).toBeUndefined();
      deploy();
      build({ ...first, [file]: 'odd' }, { ...second, [file]: 'odd' });
      expect(lists()).toEqual(changes);
    },
  );
});
