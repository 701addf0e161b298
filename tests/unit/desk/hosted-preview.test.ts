import { load } from 'cheerio';
import { DOMParser as LinkedomParser } from 'linkedom';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { hostedPreview, type PreviewPaper } from '../../../src/desk/page/hosted-preview.ts';
import type { StoryRow } from '../../../src/desk/paper/paper-model.ts';
import { publication } from '../../../src/publication.ts';
import { publicationSchema } from '../../../src/schemas/publication.ts';

beforeAll(() => {
  vi.stubGlobal('DOMParser', LinkedomParser);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const row = (id: string, section: string, state: StoryRow['state'] = 'published'): StoryRow => ({
  ...{ id, section, state, kind: 'news', headline: id, standfirst: '', authors: [], topics: [] },
  ...{ path: `content/articles/2025/${id}/index.md`, published: '', address: `/${id}/` },
});

const rows = [row('one', 'world'), row('draft', 'town', 'draft'), row('two', 'town')];

const paper: PreviewPaper = {
  settings: { publication: publicationSchema.parse(publication) },
  clock: () => 0,
  model: {
    stories: () => Promise.resolve({ rows, total: rows.length }),
    names: () =>
      Promise.resolve({
        sections: [{ id: 'town', name: 'The Town', path: '' }],
        authors: [{ id: 'ada', name: 'Ada Quill', path: '' }],
        pages: [],
        topics: [],
      }),
    render: ({ text }, urls) =>
      Promise.resolve({ body: `<p>${text}</p><img src="${Object.values(urls).join()}">` }),
  },
};

/** The page of a story, as far as a preview needs it. */
const shell = (id: string) =>
  `<!doctype html><html><head><title>${id}</title></head><body><header><nav><a>The Town</a></nav></header>` +
  `<p data-shell="${id}"></p><article data-story><h1>${id}</h1><p>old</p></article></body></html>`;

/** A host that has the pages of these stories. */
const host =
  (...ids: string[]) =>
  (address: string) => {
    const id = address.replaceAll('/', '');
    return Promise.resolve({ ok: ids.includes(id), text: () => Promise.resolve(shell(id)) });
  };

const story = (id: string) => ({
  path: `content/articles/2025/${id}/index.md`,
  text: 'New words.',
  fields: {
    headline: 'New headline',
    section: 'town',
    authors: ['ada', 'nobody-yet'],
    leadImage: { src: './photo.jpg', alt: 'A tower' },
    published: '2025-02-13T20:15:00+02:00',
  },
});

const pictures = { 'content/articles/2025/two/photo.jpg': 'blob:photo' };

test('a published story is previewed in its own page', async () => {
  const preview = hostedPreview(paper, host('one', 'two'));
  const $ = load((await preview(story('two'), pictures)) ?? '');
  expect($('[data-shell]').attr('data-shell')).toBe('two');
  expect($('article').text()).not.toContain('old');
  expect($('h1').text()).toBe('New headline');
  expect($('[data-byline] a').text()).toBe('Ada Quillnobody-yet');
  expect($('[data-lead-image] img').attr('src')).toBe('blob:photo');
  expect($('article > p').text()).toBe('New words.');
});

test('a new one is previewed in a page of its section, or in that of any other story', async () => {
  const inSection = await hostedPreview(paper, host('one', 'two'))(story('new'), {});
  expect(inSection).toContain('data-shell="two"');
  const elsewhere = await hostedPreview(paper, host('one'))(story('new'), {});
  expect(elsewhere).toContain('data-shell="one"');
});

test('a paper without a printed story has no preview', async () => {
  const preview = hostedPreview(paper, host());
  expect(await preview(story('new'), {})).toBeUndefined();
});

test('each page is fetched once', async () => {
  const get = vi.fn(host('two'));
  const preview = hostedPreview(paper, get);
  await preview(story('two'), {});
  await preview(story('two'), {});
  expect(get).toHaveBeenCalledTimes(1);
});
