import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createHash as inBrowsers } from '../../../src/desk/browser/digests.ts';
import { knownSeries } from '../../../src/desk/paper/known-names.ts';
import type { Story } from '../../../src/desk/paper/story.ts';
import * as paths from '../../../src/desk/browser/posix-path.ts';
import { PaperInMemory } from '../../../src/desk/paper/paper-in-memory.ts';
import type { StoryQuery } from '../../../src/desk/paper/paper-model.ts';
import type { DeskSettings } from '../../../src/desk/settings.ts';
import { publicationSchema } from '../../../src/schemas/publication.ts';
import { publication } from '../../fixtures/mistakes/publication.ts';

const settings: DeskSettings = {
  backend: { name: 'local', repo: 'paper/paper', branch: 'main', api: '/api/v1', site: '/' },
  review: false,
  folder: '',
  content: 'content/',
  front: 'https://news.example/sub/',
  base: '/sub/',
  publication: {
    ...publicationSchema.parse(publication),
    timeZone: 'Europe/Kyiv',
    permalink: '/{yyyy}/{mm}/{slug}/',
  },
  realPreview: false,
};
const now = Date.parse('2025-06-01T00:00:00Z');

const story = (headline: string, rest: Record<string, unknown>, body = 'Text.') =>
  `---\n${Object.entries({
    headline,
    standfirst: 'In short.',
    section: 'world',
    authors: ['olena'],
    published: '2025-02-13T20:15:00+02:00',
    ...rest,
  })
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')}---\n\n${body}\n`;

let model: PaperInMemory;
beforeEach(async () => {
  model = new PaperInMemory(() => Promise.resolve({ frames: 1 }));
  const at = (path: string, text: string) => ({ path: `content/${path}`, text });
  await model.open(
    settings,
    [
      at('sections/world.yaml', 'title: World affairs\ndescription: All.\norder: 1\n'),
      at('authors/olena.yaml', 'name: Олена Ґалаґан\ntype: person\n'),
      at('pages/about.md', '---\ntitle: About us\ndescription: Us.\n---\n\nText.\n'),
      at('articles/2025/one/index.md', story('Élan in Kyiv', { topics: ['NATO', 'Nato'] })),
      at('articles/2025/held.md', story('Later', { published: '2025-12-24T18:00:00+02:00' })),
      at('articles/2025/draft.md', story('Half done', { draft: true, topics: ['nato'] })),
      at(
        'articles/2025/live.md',
        story('Now', { kind: 'live', published: '2025-05-31T23:30:00Z' }),
      ),
      at('articles/2025/broken.md', '---\nheadline: [\n---\nWords that cannot be read.\n'),
    ],
    ['content/articles/2025/one/photo.jpg'],
  );
});

const ids = async (query: StoryQuery): Promise<string[]> =>
  (await model.stories(query, now)).rows.map(({ id }) => id);

test('stories are listed newest first, and one that cannot be read before all others', async () => {
  expect(await ids({})).toEqual(['broken', 'held', 'live', 'draft', 'one']);
});

test('a story’s row says what is written, its state and its address', async () => {
  const { rows } = await model.stories({ words: 'elan' }, now);
  expect(rows).toEqual([
    {
      path: 'content/articles/2025/one/index.md',
      id: 'one',
      headline: 'Élan in Kyiv',
      standfirst: 'In short.',
      section: 'world',
      authors: ['olena'],
      topics: ['NATO', 'Nato'],
      kind: 'news',
      state: 'published',
      published: '2025-02-13T20:15:00+02:00',
      address: '/sub/2025/02/one/',
    },
  ]);
});

test.each([
  ['draft', ['broken', 'draft']],
  ['scheduled', ['held']],
  ['live', ['live']],
  ['published', ['one']],
] as const)('stories that are %s are found', async (state, found) => {
  expect(await ids({ state })).toEqual(found);
});

test('words are found in texts and in names that readers see, whatever their capitals and accents', async () => {
  expect(await ids({ words: 'ELAN kyiv' })).toEqual(['one']);
  expect(await ids({ words: 'ґалаґан later' })).toEqual(['held']);
  expect(await ids({ words: 'affairs half' })).toEqual(['draft']);
  expect(await ids({ words: 'cannot be read' })).toEqual(['broken']);
  expect(await ids({ words: 'nowhere' })).toEqual([]);
});

test('days are those of the paper’s time zone', async () => {
  expect(await ids({ from: '2025-06-01', to: '2025-06-01' })).toEqual(['live']);
});

test('a page of a list says how many stories there are in all', async () => {
  const { rows, total } = await model.stories({ offset: 1, limit: 2 }, now);
  expect([rows.map(({ id }) => id), total]).toEqual([['held', 'live'], 5]);
});

test('a saved file is in lists and names at once, and a deleted one is not', async () => {
  await model.put('content/articles/2025/draft.md', story('Done', {}));
  await model.put('content/articles/2025/held.md', undefined);
  await model.put('content/authors/olena.yaml', 'name: Olena Halahan\ntype: person\n');
  expect(await ids({ state: 'published' })).toEqual(['draft', 'one']);
  expect(await ids({ state: 'scheduled' })).toEqual([]);
  expect(await ids({ words: 'halahan done' })).toEqual(['draft']);
});

test('names are those that other files may use, topics in their commonest spelling', async () => {
  expect(await model.names()).toEqual({
    sections: [{ id: 'world', name: 'World affairs', path: 'content/sections/world.yaml' }],
    authors: [{ id: 'olena', name: 'Олена Ґалаґан', path: 'content/authors/olena.yaml' }],
    pages: [{ id: 'about', name: 'About us', path: 'content/pages/about.md' }],
    topics: ['NATO'],
    series: [],
  });
});

test('series have the titles of series.yaml, and the parts that stories say they are', () => {
  const part = (id: string, number: number, draft = false) =>
    ({ series: { id, part: number }, draft, opens: number }) as Story;
  const stories = [part('the-river', 2), part('the-river', 1), part('a-bridge', 1, true)];
  expect(knownSeries(stories, { 'the-river': { title: 'On the river' } }, 'en')).toEqual([
    { id: 'a-bridge', name: 'A bridge', parts: [{ part: 1, opens: NaN }] },
    {
      id: 'the-river',
      name: 'On the river',
      parts: [
        { part: 1, opens: 1 },
        { part: 2, opens: 2 },
      ],
    },
  ]);
});

test.each([
  ['Kyiv’s “new” day', 'kyivs-new-day'],
  ['Їжак і дім', 'їжак-і-дім'],
  ['100% of it', '100-of-it'],
  ['One', 'one-2'],
  ['About', 'about-2'],
  ['Search', 'search-2'],
  ['?!', 'untitled'],
])('a new story named %s gets a free name by the paper’s rule', async (headline, name) => {
  expect(await model.newStoryPath(headline, '2025')).toBe(`content/articles/2025/${name}/index.md`);
});

test('what stands for Node in browsers does as Node does', () => {
  const some = [
    '',
    '/',
    '.',
    '..',
    'a',
    '/a/',
    '../a',
    'a//b.md',
    '/a/../../b',
    '.git',
    '..a',
    'a.',
  ];
  for (const one of some) {
    for (const of of ['normalize', 'basename', 'extname', 'isAbsolute'] as const)
      expect([of, one, paths[of](one)]).toEqual([of, one, posix[of](one)]);
    for (const other of some) {
      expect(paths.join(one, other)).toBe(posix.join(one, other));
      expect(paths.resolve(`/${one}`, other)).toBe(posix.resolve(`/${one}`, other));
      expect(paths.relative(`/${one}`, `/${other}`)).toBe(posix.relative(`/${one}`, `/${other}`));
    }
  }
  expect(paths.dirname('/a/b.md')).toBe('/a');
  for (const text of ['', 'abc', 'ж'.repeat(31), 'x'.repeat(200)]) {
    for (const algorithm of ['sha1', 'sha256'] as const)
      expect(inBrowsers(algorithm).update(text).digest('hex')).toBe(
        createHash(algorithm).update(text).digest('hex'),
      );
  }
});

test('a link to a file that is missing is told on this machine, and elsewhere once files are known', async () => {
  const path = 'content/articles/2025/one/index.md';
  const text = story('One', {}, '[Report](/report.pdf), [more](/files/a.mp3)');
  const foundIn = async (name: 'local' | 'gitea', files: readonly string[]) => {
    const backend = { ...settings.backend, name };
    await model.open({ ...settings, backend }, [{ path, text }], files);
    const { mistakes } = await model.check({ path, text }, [], now);
    return mistakes
      .filter(({ field }) => field === 'body')
      .map(({ found }) => /\/\S+(?=,)/.exec(found)?.[0]);
  };
  expect(await foundIn('local', [])).toEqual(['/report.pdf', '/files/a.mp3']);
  expect(await foundIn('local', ['public/report.pdf'])).toEqual(['/files/a.mp3']);
  expect(await foundIn('gitea', [])).toEqual([]);
  expect(await foundIn('gitea', ['content/files/b.mp3'])).toEqual(['/files/a.mp3']);
});
