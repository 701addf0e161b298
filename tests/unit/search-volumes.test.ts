import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type LastEdition, lastEdition, noEdition } from '../../src/press/last-edition.ts';
import { filesIn, aftermathOf } from '../../src/press/written-files.ts';
import { beginSearch } from '../../src/press/print-search.ts';
import { searchLater } from '../../src/press/search-later.ts';
import { strangersIn } from '../../src/press/contents.ts';
import { putOnAir } from '../../src/press/put-on-air.ts';
import type { Searchable } from '../../src/search/records.ts';
import { volumesOf } from '../../src/search/volumes.ts';

const named = (years: string[], least: number): [string, number][] =>
  volumesOf(years, (year) => `${year}-05-01T09:00:00+00:00`, least).map(({ name, stories }) => [
    name,
    stories.length,
  ]);

describe('the volumes that stories are indexed in', () => {
  test('cover whole years, the newest first', () => {
    expect(named(['2024', '2025', '2024'], 1)).toEqual([
      ['2025', 1],
      ['2024', 2],
    ]);
  });

  test('cover as many years as it takes to reach the minimum, counted from the oldest', () => {
    const years = ['2025', '2021', '2022', '2023', '2024'];
    expect(named(years, 2)).toEqual([
      ['2025', 1],
      ['2023-2024', 2],
      ['2021-2022', 2],
    ]);
  });

  test('are one if there are few stories, and none if there are none', () => {
    expect(named(['2025', '2003'], 1000)).toEqual([['2003-2025', 2]]);
    expect(named([], 1000)).toEqual([]);
  });

  test('of past years stay the same when a story of this year is added', () => {
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

  const dir = path.join(folder, 'paper');
  const next = path.join(folder, 'next');
  /** Prints the page of a story, with other content around it. */
  const write = (slug: string, words = `What became of ${slug}.`, round = 'monday'): string => {
    const html =
      `<html><head></head><body><p>${round}</p><article class="story" data-story>` +
      `<div class="slot slot-wide" data-slot><div>${round}</div></div><p>${words}</p></article></body></html>`;
    mkdirSync(path.join(dir, slug), { recursive: true });
    writeFileSync(path.join(dir, slug, 'index.html'), html);
    return html;
  };
  const indexing = (last: LastEdition, language = 'en') => ({
    ...{ dir, last, language, engine: '1', least: 1 },
    ...{ index: 'search/index', volumes: 'search/volumes', work: path.join(folder, 'work') },
  });
  const begin = (last: LastEdition, of = stories, language = 'en') =>
    beginSearch(of, indexing(last, language));
  /** Builds the index, with these pages rebuilt and the others kept, and puts it on air. */
  const print = async (last: LastEdition, htmlOf: Record<string, string>, of = stories) => {
    const begun = begin(last, of);
    for (const { file } of of) {
      const html = htmlOf[path.dirname(file)];
      if (html === undefined) begun.kept(file);
      else begun.printed(file, html);
    }
    const { legacy, ...counts } = await begun.printInto(next);
    const files = new Map([...last.kept, ...filesIn(next)]);
    const belongs = (file: string) => files.has(file) || !file.startsWith('search/');
    putOnAir(next, dir, strangersIn(dir, belongs));
    const making = { dir, code: '1', compression: '' };
    const pages = new Map(of.map(({ file }) => [file, { key: file, shows: [] }]));
    const listed = { ...making, files: filesIn(dir), pages, search: legacy };
    const reopen = () => lastEdition(listed, aftermathOf(dir, listed.files), making);
    return { ...counts, last: reopen(), reopen };
  };
  const fromNothing = (pages: Record<string, string>) => {
    rmSync(path.join(dir, 'search'), { recursive: true, force: true });
    return print(noEdition, pages);
  };
  const all = (round?: string): Record<string, string> =>
    Object.fromEntries(
      stories
        .map(({ file }) => path.dirname(file))
        .map((slug) => [slug, write(slug, undefined, round)]),
    );
  const printed = (): [string, string][] =>
    [...filesIn(dir).keys()]
      .filter((file) => file.startsWith('search/'))
      .sort()
      .map((file) => [file, readFileSync(path.join(dir, file)).toString('hex')]);

  test('is reused if only the content around the stories has changed', async () => {
    const { last, volumes, made } = await fromNothing(all());
    expect({ volumes, made }).toEqual({ volumes: 2, made: 2 });
    const monday = printed();
    expect(await print(last, all('tuesday'))).toMatchObject({ volumes: 2, made: 0 });
    expect(printed()).toEqual(monday);
  });

  test.each(['harbour', 'tower'])(
    'is rebuilt for the volume of an edited story (%s), and matches an index built from zero',
    async (slug) => {
      const { last } = await fromNothing(all());
      const before = printed();
      const edited = { [slug]: write(slug, 'Nobody was there.') };
      expect(await print(last, edited)).toMatchObject({ volumes: 2, made: 1 });
      const again = printed();
      expect(again).not.toEqual(before);
      await fromNothing({ ...all(), [slug]: write(slug, 'Nobody was there.') });
      expect(again).toEqual(printed());
    },
  );

  test.each(['harbour', 'tower'])(
    'may serve until that of an edited story (%s) is made, and is then not taken for it',
    async (slug) => {
      const { last } = await fromNothing(all());
      const before = printed();
      const pages = { [slug]: write(slug, 'Nobody was there.') };
      const begun = begin(last);
      for (const { file } of stories) {
        const html = pages[path.dirname(file)];
        if (html === undefined) begun.kept(file);
        else begun.printed(file, html);
      }
      const meanwhile = begun.asBefore();
      expect([...(meanwhile?.files.keys() ?? [])].sort()).toEqual(before.map(([file]) => file));
      await begun.printInto(next);
      expect(begun.asBefore(), 'All is made.').toBe(undefined);
      rmSync(next, { recursive: true });

      // The build was stopped there. In the next one, no page is new.
      const stopped = { ...last, search: meanwhile?.legacy ?? last.search };
      expect(await print(stopped, {})).toMatchObject({ made: slug === 'tower' ? 1 : 2 });
      const again = printed();
      expect(again).not.toEqual(before);
      await fromNothing({ ...all(), ...pages });
      expect(again).toEqual(printed());
    },
  );

  test('cannot serve longer if a part of it is gone, or if a story has no page', async () => {
    const { last, reopen } = await fromNothing(all());
    expect(begin(last).asBefore()).toBe(undefined);
    rmSync(path.join(dir, 'search/index/pagefind-entry.json'));
    const begun = begin(reopen());
    for (const { file } of stories) begun.kept(file);
    expect(begun.asBefore()).toBe(undefined);
    await begun.printInto(next);
    rmSync(next, { recursive: true });
  });

  /** Prints some pages of an edition and keeps the others, as a build does, up to the moment at which it goes on air. */
  const printLater = (last: LastEdition, pages: Record<string, string>, of = stories) => {
    let asked = 0;
    const storiesOf = () => {
      asked += 1;
      return of;
    };
    const search = searchLater(storiesOf, indexing(last));
    for (const { file } of stories) if (!(path.dirname(file) in pages)) last.keepPage(file, file);
    const first = search.begin(Object.keys(pages).map((slug) => `${slug}/index.html`));
    for (const [slug, html] of Object.entries(pages)) search.printed(`${slug}/index.html`, html);
    return { search, first, asked: () => asked };
  };

  test('is begun once an edited story is on air', async () => {
    const { last } = await fromNothing(all());
    const before = printed();
    const pages = { harbour: write('harbour', 'Nobody was there.') };
    const { search, first, asked } = printLater(last, pages);
    const meanwhile = search.asBefore();
    expect(first).toEqual([]);
    expect([...(meanwhile?.files.keys() ?? [])].sort()).toEqual(before.map(([file]) => file));
    expect(asked(), 'Nothing was worked out yet.').toBe(0);

    expect(await search.printInto(next)).toMatchObject({ volumes: 2, made: 1 });
    expect(asked()).toBe(1);
    rmSync(next, { recursive: true });

    // If the build is stopped there, the next one does not take the old index for this one's.
    const stopped = { ...last, search: meanwhile?.legacy ?? last.search };
    expect(await print(stopped, {})).toMatchObject({ made: 2 });
    const again = printed();
    await fromNothing({ ...all(), ...pages });
    expect(again).toEqual(printed());
  });

  test('is on air again as it was if nothing in it has changed', async () => {
    const { last } = await fromNothing(all());
    const before = printed();
    const { search } = printLater(last, { harbour: write('harbour', undefined, 'tuesday') });
    // What was printed is on air, and the folder of new files went with it.
    rmSync(next, { recursive: true, force: true });
    expect(await search.printInto(next)).toMatchObject({ made: 0 });
    expect(printed()).toEqual(before);
    // The list of volumes is written again, with the same content.
    expect([...filesIn(next).keys()]).toEqual(['search/index/volumes.json']);
    for (const [file] of before)
      expect(last.kept.has(file) || file.endsWith('volumes.json')).toBe(true);
    rmSync(next, { recursive: true });
  });

  test('is on air again without a file of it where it is one volume', async () => {
    const one = stories.filter(({ url }) => url !== '/harbour/');
    rmSync(path.join(dir, 'search'), { recursive: true, force: true });
    const htmlOf = { bridge: write('bridge'), tower: write('tower') };
    const { last } = await print(noEdition, htmlOf, one);
    const { search } = printLater(last, { tower: write('tower') }, one);
    expect(await search.printInto(next)).toMatchObject({ made: 0 });
    expect(readdirSync(next), 'There is a folder to put on air.').toEqual([]);
    rmSync(next, { recursive: true });
  });

  test('has a story again whose page was there, but not in the last index: it had been withdrawn', async () => {
    const { last } = await fromNothing(all());
    const without = { ...last, search: { newest: 'other', stories: new Map(last.search.stories) } };
    without.search.stories.delete('tower/index.html');
    const { search } = printLater(without, { tower: write('tower', 'Back again.') });
    await search.printInto(next);
    const files = filesIn(next);
    rmSync(next, { recursive: true });
    await fromNothing({ ...all(), tower: write('tower', 'Back again.') });
    const whole = filesIn(dir);
    for (const [file, written] of files) expect(whole.get(file), file).toEqual(written);
    // A page that is only kept is read, so that nothing is taken for it.
    const kept = begin(without);
    for (const { file } of stories) kept.kept(file);
    const { legacy } = await kept.printInto(next);
    rmSync(next, { recursive: true });
    expect(legacy.stories.get('tower/index.html')).toMatch(/^[\da-f]{32}$/);
  });

  test('is begun at once if there is none, if a page is new, or if a story has none any more', async () => {
    const { last } = await fromNothing(all());
    const withdrawn = '<html><p>The story was withdrawn.</p></html>';
    const added = { ...last, pages: new Map() };
    const page = { tower: write('tower') };

    const whole = printLater(noEdition, all());
    expect(whole.asked()).toBe(1);
    await whole.search.printInto(next);
    rmSync(next, { recursive: true });
    const { asked, first } = printLater(added, page);
    expect(asked()).toBe(1);
    expect([...first].sort()).toEqual(stories.map(({ file }) => file));
    const others = stories.filter(({ url }) => url !== '/tower/');
    expect(printLater(last, { tower: withdrawn }, others).asked()).toBe(1);
    expect(() => printLater(last, { tower: withdrawn })).toThrow('/tower/ has no story');
  });

  test('is rebuilt if somebody has changed it', async () => {
    const { reopen } = await fromNothing(all());
    const before = printed();
    writeFileSync(path.join(dir, 'search/index/pagefind-entry.json'), '{}');
    expect(await print(reopen(), {})).toMatchObject({ made: 1 });
    expect(printed()).toEqual(before);
  });

  test('includes the search engine only once, not for each older volume', async () => {
    await fromNothing(all());
    const engines = printed().filter(([file]) => /pagefind\.js|wasm/.test(file));
    expect(engines.map(([file]) => file)).toEqual([
      'search/index/pagefind.js',
      'search/index/wasm.en.pagefind',
    ]);
  });

  test('leaves no temporary files behind', async () => {
    await fromNothing(all());
    expect(readdirSync(folder).sort()).toEqual(['paper']);
  });

  test('cannot be built if a story has no page', async () => {
    await expect(begin(noEdition).printInto(next)).rejects.toThrow('stories have no page');
  });

  test('that fails rejects the promise that awaits it', async () => {
    const one = stories.slice(0, 1);
    const begun = begin(noEdition, one, 'no language at all');
    begun.printed(one[0]?.file ?? '', '<article class="story" data-story>a</article>');
    await expect(begun.printInto(next)).rejects.toThrow();
  });
});
