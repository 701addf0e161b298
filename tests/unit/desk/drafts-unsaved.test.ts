import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort } from '../../../src/commands/port.ts';

/* The pages of texts that the desk has not saved, from a real development server. */

const paper = mkdtempSync(path.join(tmpdir(), 'unsaved-'));
cpSync('templates/paper', paper, { recursive: true });
rmSync(path.join(paper, 'tsconfig.json'));

const story = (fields: string, body = 'The text.'): string =>
  `---\nheadline: "A story"\nstandfirst: "In short."\nsection: news\nauthors: [newsroom]\n` +
  `published: "2025-02-14T09:00:00Z"\n${fields}---\n\n${body}\n`;
const write = (id: string, text: string): void => {
  mkdirSync(path.join(paper, 'content/articles/2025', id), { recursive: true });
  writeFileSync(path.join(paper, 'content/articles/2025', id, 'index.md'), text);
};
write('written', story('').replace('A story', 'A story that is being written'));
write('umbra', story('draft: true\n').replace('A story', 'A secret draft'));
write('penumbra', story('').replace('2025-02', '2999-02').replace('A story', 'A report to come'));

const elsewhere = mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
symlinkSync(elsewhere, path.join(paper, 'content/articles/elsewhere'));

const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
// Astro serves no page where it sees that Vitest has started it.
const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
const server = spawn(
  process.execPath,
  ['src/astro/bin/astro.mjs', 'dev', '--host', '127.0.0.1', '--port', String(port)],
  {
    env: {
      ...Object.fromEntries(inherited),
      NODE_ENV: 'development',
      ASTRO_DEV_BACKGROUND: '0',
      PAPER_DIR: paper,
      DESK_TOKEN: 'the-token',
    },
    stdio: 'ignore',
  },
);
afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await ended;
  rmSync(paper, { recursive: true, force: true });
  rmSync(elsewhere, { recursive: true });
});

const get = async (address: string): Promise<string> =>
  (await fetch(origin + address, { signal: AbortSignal.timeout(30_000) })).text();

interface Answer {
  status: number;
  address?: string;
  mistakes?: { file: string; field: string; found: string; fix: string }[];
  words?: string;
}

const send = async (
  file: string,
  text: string | null,
  pictures: { name: string; base64: string }[] = [],
  token = 'the-token',
): Promise<Answer> => {
  const response = await fetch(`${origin}/_desk/unsaved`, {
    method: 'POST',
    headers: { 'x-desk-token': token },
    body: JSON.stringify({ path: file, text, pictures }),
  });
  const said = await response.text();
  const { status } = response;
  return status === 200 ? { status, ...(JSON.parse(said) as object) } : { status, words: said };
};

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => `${file} ${readFileSync(file, 'base64')}`)
    .sort();

const written = 'content/articles/2025/written/index.md';
const onDisk = (): string => readFileSync(path.join(paper, written), 'utf8');
let before: string[];

beforeAll(async () => {
  before = filesOf(path.join(paper, 'content'));
  await vi.waitFor(
    async () => {
      expect(await get('/')).toContain('A story that is being written');
    },
    { timeout: 60_000, interval: 200 },
  );
}, 70_000);

describe('while somebody writes', () => {
  test('drafts and scheduled stories are shown, in lists too, and say what they are', async () => {
    const front = await get('/');
    expect(front).toContain('A secret draft');
    expect(front).toContain('data-held="Draft"');
    expect(await get('/2025/02/umbra/')).toMatch(
      /data-draft-bar[^]*Draft[^]*cannot see this story yet/,
    );
    expect(await get('/2999/02/penumbra/')).toContain('Scheduled for February 14, 2999');
    expect(await get('/2025/02/written/')).not.toContain('data-draft-bar');
  });
});

describe('a text that is not saved', () => {
  test('is shown on its page and in lists within a second, and taken away again', async () => {
    const text = onDisk().replace('being written', 'not saved yet');
    const first = await send(written, text);
    expect(first).toEqual({ status: 200, address: '/2025/02/written/' });
    expect(await get('/2025/02/written/')).toContain('A story that is not saved yet');
    const began = performance.now();
    await send(written, text.replace('The text.', 'Another **word**.'));
    expect(await get('/2025/02/written/')).toContain('Another <strong>word</strong>.');
    expect(performance.now() - began).toBeLessThan(1000);
    expect(await get('/')).toContain('A story that is not saved yet');
    expect(await send(written, null)).toEqual({ status: 200, address: '/2025/02/written/' });
    expect(await get('/2025/02/written/')).toContain('A story that is being written');
    expect(await get('/')).not.toContain('not saved yet');
  });

  test('with a mistake leaves the last good one, and says what is wrong in the words of the check', async () => {
    await send(written, onDisk().replace('being written', 'good'));
    const bad = await send(written, onDisk().replace('section: news', 'section: nowhere'));
    expect(bad.address).toBe('/2025/02/written/');
    expect(bad.mistakes).toEqual([
      expect.objectContaining({
        file: written,
        field: 'section',
        found: '"nowhere", which is not among the sections',
      }),
    ]);
    expect(await get('/2025/02/written/')).toContain('A story that is good');
    await send(written, null);
    const never = await send('content/articles/2025/never/index.md', story('kind: novel\n'));
    expect(never).toMatchObject({ status: 422, words: expect.stringContaining('novel') as string });
  });

  test('of a new story is shown with pictures that are not saved either', async () => {
    const red = await sharp({ create: { width: 900, height: 600, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const fresh = 'content/articles/2026/fresh/index.md';
    const text = story(
      'draft: true\nleadImage: { src: ./lead.jpg, alt: "A red view" }\n',
      '![Another red view](./body.jpg "A caption | A. Name")',
    );
    const missing = await send(fresh, text);
    expect(missing.status).toBe(422);
    expect(missing.words).toContain('./lead.jpg, which does not exist');
    const base64 = red.toString('base64');
    const shown = await send(fresh, text, [
      { name: 'lead.jpg', base64 },
      {
        name: 'body.jpg',
        base64: (await sharp(red).negate().jpeg().toBuffer()).toString('base64'),
      },
    ]);
    expect(shown).toEqual({ status: 200, address: '/2025/02/fresh/' });
    const page = await get('/2025/02/fresh/');
    for (const alt of ['A red view', 'Another red view']) expect(page).toContain(`alt="${alt}"`);
    const sources = [...page.matchAll(/<img[^>]* src="([^"]+)"/g)].map(([, src = '']) =>
      src.replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
    );
    expect(sources.length).toBeGreaterThanOrEqual(2);
    for (const src of sources) {
      const picture = await fetch(new URL(src, origin));
      expect([picture.status, picture.headers.get('content-type')], src).toEqual([
        200,
        expect.stringMatching(/^image/),
      ]);
    }
    // They have been sent.
    await send(fresh, text.replace('A story', 'Renamed'));
    expect(await get('/2025/02/fresh/')).toContain('alt="Another red view"');
    await send(fresh, null);
    expect((await fetch(`${origin}/2025/02/fresh/`)).status).toBe(404);
  });

  test.each([
    [
      'a section',
      'content/sections/news.yaml',
      /^title: .*$/m,
      'title: "Unsaved title"',
      'Unsaved title',
    ],
    [
      'an author',
      'content/authors/newsroom.yaml',
      /^name: .*$/m,
      'name: "Unsaved title"',
      'Unsaved title',
    ],
    ['a page', 'content/pages/about.md', /^title: .*$/m, 'title: "Unsaved title"', 'Unsaved title'],
  ])('may be that of %s', async (_, file, from, to, expected) => {
    const { address = '' } = await send(
      file,
      readFileSync(path.join(paper, file), 'utf8').replace(from, to),
    );
    expect(await get(address)).toContain(expected);
    await send(file, null);
    expect(await get(address)).not.toContain(expected);
  });

  test('may be that of the front page, and of the topics', async () => {
    const { address } = await send('content/front.yaml', 'lead: umbra\n');
    expect(address).toBe('/');
    expect(await get('/')).toMatch(/teaser-lead[^]*?A secret draft/);
    await send('content/front.yaml', null);
    await send(written, story('topics: [Bells]\n'));
    const topics = await send('content/topics.yaml', 'Bells:\n  title: "Bells and towers"\n');
    expect(topics.mistakes ?? []).toEqual([]);
    expect(await get(topics.address ?? '')).toContain('Bells and towers');
    await send('content/topics.yaml', null);
    await send(written, null);
  });

  test('is taken from the desk alone, and only for files of copy', async () => {
    expect((await send(written, story(''), [], 'another')).status).toBe(403);
    for (const file of [
      '../x/articles/a/index.md',
      'content/../publication.ts',
      'publication.ts',
      '/etc/passwd',
      'content/files/a.md',
      'content/articles/elsewhere/index.md',
    ])
      expect((await send(file, story(''))).status, file).toBe(404);
    expect((await send(written, story(''), [{ name: '../x.jpg', base64: '' }])).status).toBe(400);
  });

  test('may be framed by the desk, and never gets into the paper’s folder', async () => {
    const { headers } = await fetch(origin);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('content-security-policy') ?? '').not.toContain('frame-ancestors');
    expect(filesOf(path.join(paper, 'content'))).toEqual(before);
    expect(existsSync(path.join(paper, 'content/articles/2026'))).toBe(false);
  });
});
