import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type LastEdition, noEdition } from '../../src/desk/last-edition.ts';
import { beginSearch } from '../../src/desk/print-search.ts';
import type { Searchable } from '../../src/desk/search-index.ts';
import { volumesOf } from '../../src/edition/volumes.ts';

const named = (years: string[], least: number): [string, number][] =>
  volumesOf(years, (year) => `${year}-05-01T09:00:00+00:00`, least).map(({ name, stories }) => [
    name,
    stories.length,
  ]);

describe('the volumes that stories are indexed in', () => {
  test('hold whole years, the newest first', () => {
    expect(named(['2024', '2025', '2024'], 1)).toEqual([
      ['2025', 1],
      ['2024', 2],
    ]);
  });

  test('hold as many years as make up the least number, counted from the oldest', () => {
    const years = ['2025', '2021', '2022', '2023', '2024'];
    expect(named(years, 2)).toEqual([
      ['2025', 1],
      ['2023-2024', 2],
      ['2021-2022', 2],
    ]);
  });

  test('are one where there are few stories, and none where there are none', () => {
    expect(named(['2025', '2003'], 1000)).toEqual([['2003-2025', 2]]);
    expect(named([], 1000)).toEqual([]);
  });

  test('stay as they are when a story of this year comes in', () => {
    const years = ['2021', '2022', '2023', '2024'];
    expect(named([...years, '2025'], 2).slice(-2)).toEqual(named(years, 2).slice(-2));
  });
});

describe('the printed index of a paper with two volumes', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'search-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const story = (slug: string, year: string): Searchable => ({
    url: `/${slug}/`,
    file: `${slug}/index.html`,
    meta: { title: slug, section: 'Town', date: year, published: `${year}-05-01T09:00:00+00:00` },
    filters: { section: ['town'], topic: [], year: [year] },
    moment: Date.parse(year),
  });
  const stories = [story('bridge', '2025'), story('harbour', '2024'), story('tower', '2025')];

  const write = (dir: string, slug: string, words: string): void => {
    mkdirSync(path.join(folder, dir, slug), { recursive: true });
    writeFileSync(
      path.join(folder, dir, slug, 'index.html'),
      `<html><head></head><body><p>${dir}</p><article class="story"><div class="slot slot-wide"><div>${dir}</div></div><p>${words}</p></article></body></html>`,
    );
  };
  const printFrom = async (dir: string, cache: string, last: LastEdition = noEdition) => {
    const begun = beginSearch(stories, {
      dir: path.join(folder, dir),
      last,
      cache: path.join(folder, cache),
      language: 'en',
      engine: '1',
      least: 1,
    });
    for (const { file } of stories) {
      if (last.search.stories.has(file)) begun.kept(file);
      else begun.printed(file, readFileSync(path.join(folder, dir, file), 'utf8'));
    }
    const { legacy, ...counts } = await begun.printInto(path.join(folder, dir), {
      index: 'search/index',
      volumes: 'search/volumes',
    });
    left = { ...noEdition, search: legacy };
    return counts;
  };
  /** What the last print has left to the next. */
  let left: LastEdition = noEdition;
  const writeAll = (dir: string): void => {
    for (const { file } of stories) write(dir, path.dirname(file), `What became of ${file}.`);
  };
  const print = (dir: string) => {
    writeAll(dir);
    return printFrom(dir, 'cache');
  };
  const filesIn = (dir: string): [string, string][] =>
    readdirSync(path.join(folder, dir, 'search'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        path.relative(path.join(folder, dir), file),
        readFileSync(file).toString('hex'),
      ]);
  const volumesIn = (dir: string): string[] =>
    JSON.parse(
      readFileSync(path.join(folder, dir, 'search/index/volumes.json'), 'utf8'),
    ) as string[];

  test('is taken from an earlier build where nothing but the page around the stories is another', async () => {
    expect(await print('monday')).toEqual({ volumes: 2, made: 2 });
    expect(await print('tuesday')).toEqual({ volumes: 2, made: 0 });
    expect(filesIn('tuesday')).toEqual(filesIn('monday'));
  });

  test('is made anew for the volume of a story that was edited, and is what it would be from nothing', async () => {
    await print('monday');
    writeAll('edited');
    write('edited', 'harbour', 'The harbour froze.');
    expect(await printFrom('edited', 'cache')).toEqual({ volumes: 2, made: 1 });
    expect(volumesIn('edited')).not.toEqual(volumesIn('monday'));
    const again = filesIn('edited');
    rmSync(path.join(folder, 'edited/search'), { recursive: true });
    expect(await printFrom('edited', 'another-cache')).toEqual({ volumes: 2, made: 2 });
    expect(again).toEqual(filesIn('edited'));
  });

  test('brings what searches once alone: older volumes have no engine of their own', async () => {
    await print('monday');
    const engines = filesIn('monday').filter(([file]) => /pagefind\.js|wasm/.test(file));
    expect(engines.map(([file]) => file)).toEqual([
      'search/index/pagefind.js',
      'search/index/wasm.en.pagefind',
    ]);
  });

  test('leaves nothing in the cache that the paper does not have', async () => {
    await print('monday');
    const kept = readdirSync(path.join(folder, 'cache'));
    expect(kept).toHaveLength(2);
  });

  test('is made of pages that were kept and pages that are new as it would be from nothing', async () => {
    await print('monday');
    const { newest, stories: known } = left.search;
    rmSync(path.join(folder, 'monday/search'), { recursive: true });
    write('monday', 'tower', 'The tower leans.');
    const stay = new Map([...known].filter(([file]) => !file.startsWith('tower')));
    const last = { ...noEdition, search: { newest, stories: stay } };
    expect(await printFrom('monday', 'cache', last)).toEqual({ volumes: 2, made: 1 });
    const again = filesIn('monday');
    rmSync(path.join(folder, 'monday/search'), { recursive: true });
    expect(await printFrom('monday', 'third-cache')).toEqual({ volumes: 2, made: 2 });
    expect(again).toEqual(filesIn('monday'));
  });

  test('cannot be made where a story has no page', async () => {
    const begun = beginSearch(stories, {
      ...{ dir: folder, last: noEdition, cache: path.join(folder, 'cache') },
      ...{ language: 'en', engine: '1', least: 1 },
    });
    await expect(
      begun.printInto(path.join(folder, 'none'), { index: 'a', volumes: 'b' }),
    ).rejects.toThrow('stories have no page');
  });

  test('that fails is told to whoever waits for it', async () => {
    const one = stories.slice(0, 1);
    const begun = beginSearch(one, {
      ...{ dir: folder, last: noEdition, cache: path.join(folder, 'cache') },
      ...{ language: 'no language at all', engine: '1', least: 1 },
    });
    begun.printed(one[0]?.file ?? '', '<article class="story">a</article>');
    await expect(
      begun.printInto(path.join(folder, 'none'), { index: 'a', volumes: 'b' }),
    ).rejects.toThrow();
  });
});
