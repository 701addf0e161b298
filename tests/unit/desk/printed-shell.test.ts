import { expect, test, vi } from 'vitest';
import { printedShells, standingShells } from '../../../src/desk/page/printed-shell.ts';
import type { StoryRow } from '../../../src/desk/paper/paper-model.ts';

const pathOf = (id: string): string => `content/articles/2025/${id}/index.md`;

const row = (id: string, section: string, state: StoryRow['state'] = 'published'): StoryRow => ({
  ...{ id, section, state, kind: 'news', headline: id, standfirst: '', authors: [], topics: [] },
  ...{ path: pathOf(id), published: '', address: `/${id}/` },
});

const rows = [row('one', 'world'), row('draft', 'town', 'draft'), row('two', 'town')];
const desk = {
  clock: () => 0,
  model: { stories: () => Promise.resolve({ rows, total: rows.length }) },
};

/** A host that has the pages of these stories. */
const host =
  (...ids: string[]) =>
  (address: string) => {
    const id = address.replaceAll('/', '');
    const text = `<article data-story>${id}</article>`;
    return Promise.resolve({ ok: ids.includes(id), text: () => Promise.resolve(text) });
  };

test('a published story is previewed in its own page', async () => {
  const shell = printedShells(desk, host('one', 'two'));
  expect(await shell(pathOf('one'), 'town')).toContain('one');
});

test('a new story is previewed in a page of its section, or in that of any other story', async () => {
  expect(await printedShells(desk, host('one', 'two'))(pathOf('new'), 'town')).toContain('two');
  expect(await printedShells(desk, host('one'))(pathOf('new'), 'town')).toContain('one');
});

test('a story that is saved but not printed yet is previewed in the page of another', async () => {
  expect(await printedShells(desk, host('one'))(pathOf('two'), 'town')).toContain('one');
});

test('a paper without a printed story has no preview', async () => {
  expect(await printedShells(desk, host())(pathOf('new'), 'town')).toBeUndefined();
  const offline = printedShells(desk, () => Promise.reject(new TypeError('offline')));
  expect(await offline(pathOf('one'), 'world')).toBeUndefined();
});

test('a page is fetched once, and one that was not there is asked for again after a minute', async () => {
  const get = vi.fn(host('one'));
  let now = 0;
  const shell = printedShells({ ...desk, clock: () => now }, get);
  await shell(pathOf('two'), 'town');
  await shell(pathOf('two'), 'town');
  expect(get.mock.calls.flat()).toEqual(['/two/', '/one/']);
  now = 60_000;
  await shell(pathOf('two'), 'town');
  expect(get.mock.calls.flat()).toEqual(['/two/', '/one/', '/two/']);
});

test('a standing page is previewed in its own page, or in another one', async () => {
  const paper = {
    clock: () => 0,
    settings: {
      ...{ base: '/sub/', content: 'content/', front: 'https://news.example/sub/' },
      publication: { permalink: '/{slug}/' },
    },
    names: { value: { pages: [{ id: 'about', name: 'About' }] } },
  } as never;
  const has = (address: string) => (asked: string) =>
    Promise.resolve({
      ok: asked === address,
      text: () => Promise.resolve('<div class="page-head">'),
    });
  const shell = (address: string) =>
    standingShells(paper, has(address))('content/pages/contact.md');
  expect(await shell('/sub/contact/')).toBeDefined();
  expect(await shell('/sub/about/')).toBeDefined();
  expect(await shell('/sub/imprint/')).toBeUndefined();
});
