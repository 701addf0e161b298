import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPaper } from '../../../src/check/check-paper.ts';
import { readSwitches } from '../../../src/config/switches.ts';
import { type LocalDesk, openLocalDesk, repo } from '../../desk/local-desk.ts';

const story = 'content/articles/2025/clock-tower-strikes-thirteen/index.md';
let desk: LocalDesk;

beforeEach(async () => {
  desk = await openLocalDesk('tests/fixtures/one-article');
});
afterEach(() => desk.stop());

const at = (file: string): string => path.join(desk.folder, file);
const onDisk = (file: string): string => readFileSync(at(file), 'utf8');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

interface Listed {
  tree: { path: string; sha: string; type: string }[];
  total_count: number;
  truncated: boolean;
}

const list = async (query = ''): Promise<Listed> =>
  (await desk.ask(`GET ${repo}/git/trees/main?recursive=true${query}`)).body as Listed;

const shaOf = async (file: string): Promise<string> =>
  (await list()).tree.find((each) => each.path === file)?.sha ?? '';

const save = (...files: object[]): Promise<{ status: number; body: unknown }> =>
  desk.ask(`POST ${repo}/contents`, { branch: 'main', message: 'A save', files });

const update = async (file: string, text: string, sha?: string) =>
  save({ operation: 'update', path: file, content: base64(text), sha: sha ?? (await shaOf(file)) });

const everything = (): string =>
  readdirSync(desk.folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((file) => (lstatSync(at(file)).isFile() ? `${file} ${onDisk(file)}` : file))
    .join('\n');

test('a desk lists the texts and pictures of the content folder, with the ids that git gives them', async () => {
  const { tree, truncated } = await list();
  expect(tree.map((file) => file.path)).toContain(story);
  expect(tree.every((file) => file.path.startsWith('content/'))).toBe(true);
  expect(truncated).toBe(false);
  for (const { path: file, sha } of tree) {
    expect(execFileSync('git', ['hash-object', at(file)], { encoding: 'utf8' }).trim()).toBe(sha);
  }
});

test('a list comes in pages, as on Gitea', async () => {
  const whole = await list();
  const first = await list('&per_page=2&page=1');
  const second = await list('&per_page=2&page=2');
  expect([...first.tree, ...second.tree]).toEqual(whole.tree.slice(0, 4));
  expect(first).toMatchObject({ truncated: true, total_count: whole.tree.length });
});

test('many texts are read at once, and what is not there is told as such', async () => {
  const { body } = await desk.ask(`POST ${repo}/file-contents?ref=main`, {
    files: [story, 'content/articles/none.md'],
  });
  const [first, second] = body as { content: string; sha: string }[];
  expect(Buffer.from(first?.content ?? '', 'base64').toString()).toBe(onDisk(story));
  expect(first?.sha).toBe(await shaOf(story));
  expect(second).toBeNull();
});

test('a saved headline changes one line of the file, and its new id is told', async () => {
  const text = onDisk(story).replace('thirteen, and', 'fourteen, and');
  const { status, body } = await update(story, text);
  expect(status).toBe(201);
  expect(onDisk(story)).toBe(text);
  expect(body).toMatchObject({ files: [{ path: story, sha: await shaOf(story) }] });
});

test('a save over a file that somebody else has changed is refused, and nothing is written', async () => {
  const sha = await shaOf(story);
  writeFileSync(at(story), `${onDisk(story)}\nFrom another program.\n`);
  const before = everything();
  const { status, body } = await save(
    {
      operation: 'create',
      path: 'content/pages/new.md',
      content: base64('---\ntitle: New\n---\n'),
    },
    { operation: 'update', path: story, content: base64('mine'), sha },
  );
  expect(status).toBe(409);
  expect(body).toMatchObject({ paths: [story] });
  expect(everything()).toBe(before);
});

test('of two saves over the same text, one wins and the other is told', async () => {
  const sha = await shaOf(story);
  const text = onDisk(story);
  const results = await Promise.all(
    ['fourteen', 'fifteen'].map((word) => update(story, text.replace('thirteen', word), sha)),
  );
  expect(results.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('of two saves that are right alone but not together, the second is refused', async () => {
  const second = 'content/authors/second.yaml';
  writeFileSync(at(second), onDisk('content/authors/wilhelmina-tansy.yaml'));
  const sha = await shaOf(second);
  const results = await Promise.all([
    save({ operation: 'delete', path: second, sha }),
    update(story, onDisk(story).replace('[wilhelmina-tansy]', '[second]')),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual([201, 422]);
});

test('a save with mistakes is refused in the words of the check, and nothing is written', async () => {
  const before = everything();
  const { status, body } = await update(
    story,
    onDisk(story).replace('section: town', 'section: twon'),
  );
  expect(status).toBe(422);
  expect(body).toMatchObject({
    message: expect.stringContaining('twon') as string,
    mistakes: [{ file: story, field: 'section', found: '"twon", which is not among the sections' }],
  });
  expect(everything()).toBe(before);
});

test('every mistake is told as `npm run check` tells it', async () => {
  const faulty = await openLocalDesk('tests/fixtures/mistakes');
  try {
    const { tree } = (await faulty.ask(`GET ${repo}/git/trees/main?recursive=true`)).body as Listed;
    const texts = tree.filter((file) => /\.(?:md|yaml)$/.test(file.path));
    const files = texts.map((file) => ({
      operation: 'update',
      path: file.path,
      sha: file.sha,
      content: readFileSync(path.join(faulty.folder, file.path)).toString('base64'),
    }));
    const { body } = await faulty.ask(`POST ${repo}/contents`, { files });
    const written = new Set(texts.map((file) => file.path));
    const { mistakes } = await checkPaper(readSwitches({ PAPER_DIR: faulty.folder }));
    expect((body as { mistakes: unknown }).mistakes).toEqual(
      mistakes.filter(({ file }) => written.has(file)),
    );
  } finally {
    await faulty.stop();
  }
});

test('a save that breaks another file is refused, and one that leaves older mistakes elsewhere is not', async () => {
  const author = 'content/authors/wilhelmina-tansy.yaml';
  const gone = await save({ operation: 'delete', path: author, sha: await shaOf(author) });
  expect(gone).toMatchObject({ status: 422, body: { mistakes: [{ file: story }] } });
  writeFileSync(at('content/pages/about.md'), 'no fields');
  expect(await update(story, onDisk(story).replace('thirteen', 'twelve'))).toMatchObject({
    status: 201,
  });
});

test('a story and its picture come and go together, and leave no empty folder', async () => {
  const folder = 'content/articles/2025/a-second-story';
  const text = onDisk(story)
    .replace('authors:', 'leadImage: { src: ./photo.png, alt: "A duck" }\nauthors:')
    .replace('Clock tower', 'Bell tower');
  const created = await save(
    { operation: 'create', path: `${folder}/index.md`, content: base64(text) },
    {
      operation: 'create',
      path: `${folder}/photo.png`,
      content: readFileSync(at('content/logo.png')).toString('base64'),
    },
  );
  expect(created).toMatchObject({ status: 201 });
  const deleted = await save(
    { operation: 'delete', path: `${folder}/index.md`, sha: await shaOf(`${folder}/index.md`) },
    { operation: 'delete', path: `${folder}/photo.png`, sha: await shaOf(`${folder}/photo.png`) },
  );
  expect(deleted).toMatchObject({ status: 201 });
  expect(existsSync(at(folder))).toBe(false);
});

test('no name leads out of the content folder, or to a file that is none of the paper’s', async () => {
  const before = everything();
  const names = [
    '../outside.md',
    'content/../publication.md',
    'content/articles/../../publication.ts',
    '/etc/outside.md',
    'content//articles/a.md',
    'content/articles/./a.md',
    'content/articles\\a.md',
    'content/articles/a\0.md',
    'content/articles/a\n.md',
    'content/.git/hooks/a.md',
    'content/articles/.hidden.md',
    'content/CON.md',
    'content/articles/aux/index.md',
    'content/articles/a.md:stream.md',
    'content/articles/a /index.md',
    'content/articles/a./index.md',
    'content/articles/script.js',
    'content/articles/run.md.exe',
    'content/files/page.html',
    'publication.ts',
    'content/Articles/a.md',
    'content/articles/2025/CLOCK-TOWER-STRIKES-THIRTEEN/photo.png',
    `content/articles/${'a'.repeat(300)}.md`,
  ];
  for (const name of names) {
    const { status } = await save({ operation: 'create', path: name, content: base64('x') });
    expect([name, status]).toEqual([name, 422]);
  }
  expect(everything()).toBe(before);
});

test('nothing is written or deleted through a link', async () => {
  mkdirSync(at('elsewhere'));
  writeFileSync(at('elsewhere/there.md'), 'kept');
  symlinkSync(at('elsewhere'), at('content/articles/linked'), 'junction');
  symlinkSync(at('elsewhere/there.md'), at('content/articles/2025/linked.md'));
  const before = everything();
  const sha = execFileSync('git', ['hash-object', at('elsewhere/there.md')], { encoding: 'utf8' });
  const results = await Promise.all([
    save({ operation: 'create', path: 'content/articles/linked/new.md', content: base64('x') }),
    update('content/articles/linked/there.md', 'x', sha.trim()),
    update('content/articles/2025/linked.md', 'x', sha.trim()),
    save({ operation: 'delete', path: 'content/articles/linked/there.md', sha: sha.trim() }),
  ]);
  for (const { status, body } of results) {
    expect([status, body]).toMatchObject([
      422,
      { message: expect.stringContaining('a link or a file is in its way') as string },
    ]);
  }
  expect(everything()).toBe(before);
});

test('an address cannot name what a save may not', async () => {
  for (const name of ['..%2Fpublication.ts', '%2e%2e/publication.ts', '..%5Cpublication.ts', '%']) {
    const { status } = await desk.ask(`GET ${repo}/raw/content/${name}`);
    expect([name, status >= 400 && status < 500]).toEqual([name, true]);
  }
  expect((await desk.ask(`GET ${repo}/raw/content%2Flogo.png`)).status).toBe(400);
});

test('a page is told of files that other programs change', async () => {
  const response = await fetch(`http://127.0.0.1:${desk.port}/desk-api/watch`, {
    headers: { authorization: `token ${desk.token}` },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  writeFileSync(at(story), `${onDisk(story)}\nMore.\n`);
  let told = '';
  while (!told.includes('event: changes')) told += (await reader?.read())?.value ?? '';
  expect(told).toContain(JSON.stringify([{ path: story, sha: await shaOf(story) }]));
  await reader?.cancel();
  // Sooner than the desk would look by itself.
}, 10_000);
