import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSource, type SourceOptions } from '../../../src/import/readers/open-source.ts';
import type { SourceEntry, SourceItem } from '../../../src/import/model.ts';
import { itemsOf, ofType } from './exports.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let work: string;
beforeAll(async () => {
  await mkdir(path.join(root, '.test'), { recursive: true });
  work = await mkdtemp(path.join(root, '.test', 'markdown-'));
});
afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

async function read(
  files: Record<string, string>,
  options: SourceOptions = {},
): Promise<{ name: string; folder: string; items: SourceItem[] }> {
  const folder = await mkdtemp(path.join(work, 'site-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  const source = await openSource([folder], options);
  return { name: source.name, folder, items: await itemsOf(source) };
}

const one = async (
  file: string,
  text: string,
  options: SourceOptions = {},
): Promise<SourceEntry> => {
  const { items } = await read({ [file]: text }, options);
  const [entry] = ofType(items, 'entry');
  if (entry === undefined) throw new Error(JSON.stringify(items));
  return entry;
};

test('Hugo: TOML, page bundles, sections by folder, aliases', async () => {
  const { name, folder, items } = await read(
    {
      'hugo.toml': '',
      'content/news/a-mill/index.md':
        '+++\ntitle = "A mill"\ndate = 2024-03-15T09:30:00+02:00\nlastmod = 2024-03-16\ntags = ["Water", "Mill"]\naliases = ["/old/mill/"]\nsummary = "It turns."\n[cover]\nimage = "wheel.jpg"\nalt = "A wheel"\n+++\n\n![The wheel](wheel.jpg "w") and ![no](none.jpg)\n',
      'content/news/a-mill/wheel.jpg': '',
      'content/about.md': '---\ntitle: About\n---\nUs.\n',
      'themes/x/content/demo.md': '---\ntitle: Demo\ndate: 2024-01-01\n---\n',
      'static/img/logo.png': '',
    },
    { site: 'https://lantern.example/' },
  );
  expect(name).toBe('Markdown (Hugo)');
  expect(ofType(items, 'entry')).toMatchObject([
    { kindOfEntry: 'page', slug: 'about', title: 'About', sections: [] },
    {
      kindOfEntry: 'post',
      slug: 'a-mill',
      title: 'A mill',
      link: 'https://lantern.example/news/a-mill/',
      published: { local: '2024-03-15T09:30:00', utc: '2024-03-15T07:30:00Z' },
      modified: { local: '2024-03-16T00:00:00' },
      sections: ['news'],
      topics: ['water', 'mill'],
      oldAddresses: ['/old/mill/'],
      standfirsts: [{ html: 'It turns.' }],
      leadPicture: { url: 'https://lantern.example/news/a-mill/wheel.jpg' },
      text: {
        format: 'markdown',
        value:
          '![The wheel](https://lantern.example/news/a-mill/wheel.jpg "w") and ![no](none.jpg)',
      },
    },
  ]);
  expect(
    ofType(items, 'file').map(({ path: place, urls: [url], alt }) => [place, url, alt]),
  ).toEqual([
    ['content/news/a-mill/wheel.jpg', 'https://lantern.example/news/a-mill/wheel.jpg', 'A wheel'],
    ['static/img/logo.png', 'https://lantern.example/img/logo.png', undefined],
  ]);
  expect((await openSource([folder])).uploads).toBe(folder);
});

test('Jekyll: dates in names, drafts, published: false', async () => {
  const { name, items } = await read({
    '_config.yml': '',
    '_posts/2024-03-15-a-mill.md':
      '---\ntitle: "A mill"\ncategories: [News, Water]\nauthor: Ann Other\n---\nText.',
    '_posts/2024-03-16-later.markdown':
      '---\ntitle: Later\ndate: 2024-03-16 09:30:00 +0200\npublished: false\n---\nText.',
    '_drafts/idea.md': '---\ntitle: Idea\n---\nText.',
  });
  expect(name).toBe('Markdown (Jekyll)');
  const entries = ofType(items, 'entry');
  expect(entries.map(({ slug, state, published }) => [slug, state, published])).toEqual([
    ['idea', 'draft', undefined],
    ['a-mill', 'public', { local: '2024-03-15T00:00:00' }],
    ['later', 'draft', { local: '2024-03-16T09:30:00', utc: '2024-03-16T07:30:00Z' }],
  ]);
  expect(entries[1]).toMatchObject({
    link: 'https://site.invalid/2024/03/15/a-mill.html',
    sections: ['news'],
    topics: ['water'],
    authors: ['author-ann-other'],
  });
});

test('Astro: fields of its starter, pictures by paths from the text', async () => {
  const { name, items } = await read({
    'astro.config.mjs': '',
    'src/content/blog/first.mdx':
      "---\ntitle: 'First'\npubDate: 'Jul 08 2022'\nheroImage: '../../assets/hero.jpg'\n---\n![x](../../assets/hero.jpg)",
    'src/assets/hero.jpg': '',
  });
  expect(name).toBe('Markdown (Astro)');
  expect(ofType(items, 'entry')).toMatchObject([
    {
      slug: 'first',
      link: 'https://site.invalid/blog/first/',
      published: { local: '2022-07-08T00:00:00' },
      sections: [],
      leadPicture: { url: 'https://site.invalid/assets/hero.jpg' },
      text: { value: '![x](https://site.invalid/assets/hero.jpg)' },
    },
  ]);
});

describe('fields', () => {
  test('are given other meanings by a mapping', async () => {
    const entry = await one(
      'a.md',
      '---\nname: The name\ntitle: A kicker\ndate: 2024-01-01\nrubric: News\nvorspann: Words\n---\n',
      { fields: { name: 'headline', title: 'topics', rubric: 'section', vorspann: 'standfirst' } },
    );
    expect(entry).toMatchObject({
      title: 'The name',
      topics: ['a-kicker'],
      sections: ['news'],
      standfirsts: [{ html: 'Words' }],
    });
  });

  test('may be JSON, or missing', async () => {
    expect(
      await one('a.md', '{\n  "title": "A",\n  "date": "2024-01-01"\n}\n\nText'),
    ).toMatchObject({ title: 'A', text: { value: 'Text' } });
    expect(await one('2024-01-01-b.md', '# The headline\n\nText')).toMatchObject({
      title: 'The headline',
      text: { value: 'Text' },
      published: { local: '2024-01-01T00:00:00' },
    });
  });

  test('that are broken cost one file, with its line', async () => {
    const { items } = await read({
      'a.md': '---\ntitle: a\nb: [\n---\n',
      'b.md': '---\ntitle: B\n---\n',
      'c.md': '+++\ntitle = \n+++\n',
    });
    expect(ofType(items, 'entry').map(({ title }) => title)).toEqual(['B']);
    expect(ofType(items, 'fault').map(({ file, line }) => [file, line])).toEqual([
      ['a.md', expect.any(Number)],
      ['c.md', 2],
    ]);
  });
});

test('links out of the folder are not followed', async () => {
  const folder = await mkdtemp(path.join(work, 'linked-'));
  await writeFile(path.join(work, 'secret.md'), '---\ntitle: Secret\n---\n');
  await writeFile(path.join(folder, 'a.md'), '---\ntitle: A\n---\n');
  await symlink(path.join(work, 'secret.md'), path.join(folder, 'b.md'));
  await symlink(work, path.join(folder, 'c'));
  const items = await itemsOf(await openSource([folder]));
  expect(ofType(items, 'entry').map(({ title }) => title)).toEqual(['A']);
});
