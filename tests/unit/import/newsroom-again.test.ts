import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { emptyContent, newsroom, runImport } from '../../fixtures/moving-in/write.ts';
import {
  bytesOf,
  checked,
  importNewsroom,
  newContent,
  reportIn,
  stateOf,
  textIn,
  threadsIn,
} from './newsroom.ts';

const mill = 'articles/2024/the-mill-turns-again/index.md';
const flood = 'articles/2024/spring-flood-2/index.md';

/** A whole import, which no test changes. */
let whole: string;
beforeAll(async () => {
  whole = await newContent();
  await importNewsroom(whole);
});

const copyOfWhole = async (): Promise<string> => {
  const content = await newContent();
  cpSync(whole, content, { recursive: true, preserveTimestamps: true });
  return content;
};

const edit = (content: string, file: string, change: (text: string) => string): string => {
  const text = change(textIn(content, file));
  writeFileSync(path.join(content, file), text);
  return text;
};

/** Only the report names the files of the export. */
const withoutReports = (files: Map<string, string>): Map<string, string> =>
  new Map([...files].filter(([file]) => !/^import\/(?:report|written)\./.test(file)));

test('a second run changes not one byte and touches no file', async () => {
  const before = stateOf(whole);
  expect((await importNewsroom(whole)).code).toBe(2);
  expect(stateOf(whole)).toEqual(before);
  expect((await importNewsroom(whole)).code).toBe(2);
  expect(stateOf(whole)).toEqual(before);
});

test('two folders get the same bytes', async () => {
  const content = await newContent();
  await importNewsroom(content);
  expect(bytesOf(content)).toEqual(bytesOf(whole));
});

test('a packed export, and one in two parts, give the same paper', async () => {
  const packed = await newContent();
  const folder = path.dirname(packed);
  const text = readFileSync(newsroom.export, 'latin1');
  writeFileSync(path.join(folder, 'newsroom.xml.gz'), gzipSync(Buffer.from(text, 'latin1')));
  await runImport(packed, [path.join(folder, 'newsroom.xml.gz'), '--uploads', newsroom.uploads]);
  expect(withoutReports(bytesOf(packed))).toEqual(withoutReports(bytesOf(whole)));

  // As WordPress splits one: everything before the items is in each part.
  const inParts = await newContent();
  const start = text.indexOf('<item>');
  const middle = text.indexOf('<item>', text.length / 2);
  const end = text.lastIndexOf('</item>') + '</item>'.length;
  const parts = [text.slice(start, middle), text.slice(middle, end)].map((items, index) => {
    const file = path.join(folder, `part-${String(index + 1)}.xml`);
    writeFileSync(file, text.slice(0, start) + items + text.slice(end), 'latin1');
    return file;
  });
  await runImport(inParts, [...parts, '--uploads', newsroom.uploads]);
  expect(withoutReports(bytesOf(inParts))).toEqual(withoutReports(bytesOf(whole)));
});

test('no edit is lost', async () => {
  const content = await copyOfWhole();
  const files = [
    'articles/2023/spring-flood/index.md',
    flood,
    'sections/news.yaml',
    'authors/newsdesk.yaml',
    'pages/about/index.md',
    'redirects.yaml',
  ];
  const edited = new Map([
    [files[0], edit(content, files[0] ?? '', (text) => `${text}\nAn editor wrote this.\n`)],
    [
      files[1],
      edit(content, files[1] ?? '', (text) =>
        text.replace('headline: Spring flood', 'headline: The second flood'),
      ),
    ],
    [
      files[2],
      edit(content, files[2] ?? '', (text) => text.replace('title: News', 'title: All the news')),
    ],
    [files[3], edit(content, files[3] ?? '', (text) => `${text}bio: Who is at the desk.\n`)],
    [files[4], edit(content, files[4] ?? '', (text) => text.replace('one room', 'two rooms'))],
    [files[5], edit(content, files[5] ?? '', (text) => `${text}/my-own/: /about/\n`)],
  ]);
  writeFileSync(
    path.join(content, 'articles/2024/own.md'),
    textIn(content, mill).replaceAll('./', './the-mill-turns-again/'),
  );
  const before = stateOf(content);
  await importNewsroom(content);
  const after = stateOf(content);
  for (const [file = '', text] of edited) expect(textIn(content, file)).toBe(text);
  expect(withoutReports(after)).toEqual(withoutReports(before));
  const notes = reportIn(content).entries.flatMap((line) =>
    line.notes.map(({ what, found }) => `${what}: ${found ?? ''}`),
  );
  expect(notes.filter((note) => note.startsWith('Left as it is'))).toHaveLength(3);
});

test('a story that an editor has deleted does not come back, and nothing leads to it', async () => {
  const content = await copyOfWhole();
  rmSync(path.dirname(path.join(content, mill)), { recursive: true });
  await importNewsroom(content);
  await importNewsroom(content);
  expect(existsSync(path.join(content, mill))).toBe(false);
  expect(reportIn(content).entries.find(({ id }) => id === '101')).toMatchObject({
    result: 'held back',
    why: 'removed by an editor',
  });
  expect(textIn(content, flood)).not.toContain('the-mill-turns-again');
  expect(textIn(content, flood)).toContain('which turns');
  expect(threadsIn(content).map(({ path: at }) => at)).not.toContain(
    '/2024/03/the-mill-turns-again/',
  );
  expect((await checked(content)).mistakes.map(({ found }) => found)).toEqual([]);
});

test('an edited mapping decides the next run', async () => {
  const content = await copyOfWhole();
  const ownEdit = edit(
    content,
    'articles/2023/spring-flood/index.md',
    (text) => `${text}\nAn editor wrote this.\n`,
  );
  edit(content, 'import.yaml', (text) =>
    text
      .replace('news/local: local', 'news/local: valley')
      .replace('opinion: opinion-stories', 'opinion: news')
      .replace('C++: C++', 'C++: Programming')
      .replace('River & Weir: River & Weir', 'River & Weir: skip')
      .replace('Newsdesk: newsdesk', 'Newsdesk: the-desk')
      .replace('partner-content: sponsored', 'partner-content: news'),
  );
  await importNewsroom(content);
  const { copy, mistakes, redirects } = await checked(content);
  expect(mistakes.map(({ file, found }) => `${file} ${found}`)).toEqual([]);
  const dataOf = (id: string) => copy.articles.find((story) => story.id === id)?.data;
  expect(dataOf('the-mill-turns-again')).toMatchObject({
    section: 'valley',
    topics: ['Млин', "Mill's Day"],
  });
  expect(dataOf('a-chair-at-the-door')).toMatchObject({
    section: 'news',
    topics: ['Programming'],
    kind: 'opinion',
  });
  expect(dataOf('what-a-basket-of-reeds-can-do')).toMatchObject({
    authors: ['the-desk'],
    kind: 'news',
  });
  // The edited story still needs its section.
  expect(textIn(content, 'articles/2023/spring-flood/index.md')).toBe(ownEdit);
  expect(copy.sections.map(({ id }) => id)).toContain('local');
  expect(copy.sections.map(({ id }) => id)).not.toContain('opinion-stories');
  expect(copy.authors.map(({ id }) => id)).not.toContain('newsdesk');
  expect(redirects.exact).toContainEqual({ path: '/category/opinion', to: '/news/' });
  // The report of the first of the two says what it removed.
  const before = withoutReports(stateOf(content));
  await importNewsroom(content);
  expect(withoutReports(stateOf(content))).toEqual(before);
});

test('what an edited story needs stays, even if its source is gone', async () => {
  const content = await copyOfWhole();
  const text = edit(content, mill, (old) => `${old}\nAn editor wrote this.\n`);
  const less = path.join(path.dirname(content), 'less.xml');
  const all = readFileSync(newsroom.export, 'latin1');
  const withdrawn = all.replace(/<item>(?:(?!<\/item>).)*<wp:post_id>101<.*?<\/item>/s, '');
  writeFileSync(less, withdrawn, 'latin1');
  await runImport(content, [less, '--uploads', newsroom.uploads]);
  expect(textIn(content, mill)).toBe(text);
  expect(readdirSync(path.dirname(path.join(content, mill))).sort()).toEqual([
    'bridge.jpg',
    'geese.png',
    'index.md',
    'mill-wheel.jpg',
    'weir.jpg',
  ]);
  expect((await checked(content)).mistakes.map(({ found }) => found)).toEqual([]);
});

test(
  'a run that is killed in the middle leaves nothing that another one does not finish',
  { timeout: 120_000 },
  async () => {
    const all = bytesOf(whole);
    const content = await newContent();
    for (const least of [2, 15, 35]) {
      await emptyContent(content);
      const { code } = await runImport(
        content,
        [newsroom.export, '--uploads', newsroom.uploads],
        (kill) => {
          const watch = setInterval(() => {
            const count = readdirSync(content, { recursive: true, withFileTypes: true }).filter(
              (entry) => entry.isFile(),
            ).length;
            if (count <= least) return;
            clearInterval(watch);
            kill();
          }, 1);
        },
      );
      expect(code, 'it was killed').toBeUndefined();
      await importNewsroom(content);
      expect(bytesOf(content)).toEqual(all);
    }
  },
);
