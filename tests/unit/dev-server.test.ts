import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePort } from '../../src/commands/port.ts';

const paper = mkdtempSync(path.join(tmpdir(), 'dev-'));
cpSync('templates/paper', paper, { recursive: true });
rmSync(path.join(paper, 'tsconfig.json'));

const port = await freePort();
const astro = path.join(
  path.dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin/astro.mjs',
);
// Astro serves no page where it sees that Vitest has started it.
const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
const server = spawn(
  process.execPath,
  [astro, 'dev', '--host', '127.0.0.1', '--port', String(port)],
  {
    env: {
      ...Object.fromEntries(inherited),
      NODE_ENV: 'development',
      ASTRO_TELEMETRY_DISABLED: '1',
      ASTRO_DEV_BACKGROUND: '0',
      PAPER_DIR: paper,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  },
);
let said = '';
for (const stream of [server.stdout, server.stderr]) {
  stream.setEncoding('utf8').on('data', (text: string) => (said += text));
}
afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await ended;
  rmSync(paper, { recursive: true, force: true });
});

const get = (address: string): Promise<string> =>
  fetch(`http://127.0.0.1:${port}${address}`)
    .then((response) => response.text())
    .catch(() => '');
const until = (look: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(look, { timeout: 60_000, interval: 100 });
const shows = (text: string, address = '/'): Promise<void> =>
  until(async () => {
    expect(await get(address)).toContain(text);
  });
const hides = (text: string, address = '/'): Promise<void> =>
  until(async () => {
    const page = await get(address);
    expect(page).toContain('</html>');
    expect(page).not.toContain(text);
  });
const place = (file: string): string => path.join(paper, file);
const read = (file: string): string => readFileSync(place(file), 'utf8');
const write = (file: string, content: string | Buffer): void => {
  mkdirSync(path.dirname(place(file)), { recursive: true });
  writeFileSync(place(file), content);
};
const change = (file: string, from: RegExp | string, to: string): void => {
  write(file, read(file).replace(from, to));
};
const story = 'content/articles/2025/our-first-edition/index.md';
const own = '/2025/02/our-first-edition/';
const textOf = (headline: string, fields = '', body = 'The text.'): string =>
  `---\nheadline: "${headline}"\nstandfirst: "In short."\nsection: news\nauthors: [newsroom]\n` +
  `published: "2025-02-14T09:00:00Z"\n${fields}---\n\n${body}\n`;

vi.setConfig({ testTimeout: 180_000 });

beforeAll(() => shows('Our first edition is out'), 90_000);

test('an editor sees pages before the whole paper is checked, and what the check found after that', async () => {
  await until(() => {
    expect(said).toContain('url` in publication.ts, or SITE_URL');
  });
});

test('an editor sees a saved paragraph on its page and a saved headline in lists', async () => {
  change(story, /$/, '\n\nA paragraph that was **just** saved.\n');
  await shows('A paragraph that was <strong>just</strong> saved.', own);
  change(story, /^headline: .*$/m, 'headline: "Saved once"');
  await shows('Saved once');
  await shows('Saved once', '/news/');
  await shows('Saved once', '/rss.xml');
});

test('a text with a mistake is told of, and its last good version stays until it is put right', async () => {
  const good = read(story);
  change(story, /^section: .*$/m, 'sektion: news');
  await until(() => {
    expect(said).toMatch(/our-first-edition[^]*sektion/);
  });
  await shows('Saved once');
  write(story, good.replace('Saved once', 'Put right'));
  await shows('Put right');
});

test('stories that are added, renamed, removed and restored are followed', async () => {
  const added = 'content/articles/2025/added/index.md';
  write(added, textOf('A story that was added'));
  await shows('A story that was added');
  renameSync(place('content/articles/2025/added'), place('content/articles/2025/renamed'));
  await shows('A story that was added', '/2025/02/renamed/');
  await until(async () => {
    expect((await fetch(`http://127.0.0.1:${port}/2025/02/added/`)).status).toBe(404);
  });
  const kept = read('content/articles/2025/renamed/index.md');
  rmSync(place('content/articles/2025/renamed'), { recursive: true });
  await hides('A story that was added');
  write('content/articles/2025/renamed/index.md', kept);
  await shows('A story that was added');
});

test('a picture beside a story may come after the text that shows it, and change', async () => {
  const draw = (width: number): Promise<Buffer> =>
    sharp({ create: { width, height: 800, channels: 3, background: '#386' } })
      .jpeg()
      .toBuffer();
  const pictured = textOf(
    'A story with a picture',
    'leadImage: { src: ./lead.jpg, alt: "Green" }\n',
  );
  write('content/articles/2025/pictured/index.md', pictured);
  await until(() => {
    expect(said).toContain('./lead.jpg, which does not exist');
  });
  await hides('A story with a picture');
  write('content/articles/2025/pictured/lead.jpg', await draw(1200));
  await shows('width="1200"', '/2025/02/pictured/');
  write('content/articles/2025/pictured/lead.jpg', await draw(1000));
  await shows('width="1000"', '/2025/02/pictured/');
});

test('a changed section, author, standing page, topic, series and front page are followed', async () => {
  change('content/sections/news.yaml', /^title: .*$/m, 'title: What Is New');
  await shows('What Is New');
  change('content/authors/newsroom.yaml', /^name: .*$/m, 'name: The Night Desk');
  await shows('The Night Desk', '/2025/02/renamed/');
  write(
    'content/pages/house-rules.md',
    '---\ntitle: House rules\ndescription: Ours.\n---\n\nBe **kind**.\n',
  );
  await shows('Be <strong>kind</strong>.', '/house-rules/');
  write(
    'content/articles/2025/topical/index.md',
    textOf('On ships', 'topics: [ships]\nseries: { id: sea, part: 1 }\n'),
  );
  await shows('On ships', '/topic/ships/');
  write('content/topics.yaml', 'ships:\n  title: Ships and boats\n');
  await shows('Ships and boats', '/topic/ships/');
  write('content/series.yaml', 'sea:\n  title: All at sea\n');
  await shows('All at sea', '/2025/02/topical/');
  write('content/front.yaml', 'lead: topical\n');
  await shows('On ships');
});

test('a draft and a scheduled story say so on their pages and wherever they are listed', async () => {
  const corrected = 'corrections: [{ date: "2025-02-15T09:00:00Z", text: "It was wrong." }]\n';
  const filed = 'topics: [ships]\nseries: { id: sea, part: 2 }\n';
  write(
    'content/articles/2025/umbra/index.md',
    textOf('A draft', `draft: true\n${filed}${corrected}`),
  );
  await shows('A draft');
  const scheduled = textOf('A story to come', 'topics: [ships]\nseries: { id: sea, part: 3 }\n');
  write('content/articles/2025/dawn/index.md', scheduled.replace('2025-02-14', '2999-02-14'));
  await shows('A story to come');

  expect(await get('/2025/02/umbra/')).toMatch(/data-draft-bar[^]*Draft[^]*cannot see this story/);
  expect(await get('/2999/02/dawn/')).toMatch(/data-draft-bar[^]*Scheduled for February 14, 2999/);
  const listed: [address: string, draft: RegExp, scheduled: RegExp | undefined][] = [
    ...['/', '/news/', '/topic/ships/', '/author/newsroom/', '/latest/', '/series/sea/'].map(
      (address): [string, RegExp, RegExp] => [
        address,
        /data-held="Draft"[^]{0,200}A draft/,
        /data-held="Scheduled for[^"]*"[^]{0,200}A story to come/,
      ],
    ),
    ['/archive/2025/02/', /Draft · [^]{0,200}A draft/, undefined],
    ['/text/news/', /Draft: A draft/, /Scheduled for[^<]*: A story to come/],
    ['/corrections/', /data-held="Draft"[^]{0,200}A draft/, undefined],
    ['/2025/02/topical/', /data-held="Draft"[^]{0,200}A draft/, undefined],
  ];
  for (const [address, draft, toCome] of listed) {
    const page = await get(address);
    expect(page, address).toMatch(draft);
    if (toCome) expect(page, address).toMatch(toCome);
  }
  expect(await get(own)).not.toContain('data-draft-bar');
});

test('the look and the settings may change, and saves are followed after that', async () => {
  write('theme/theme.css', ':root { --paper: light-dark(#fedcba, #012345) }');
  await shows('#fedcba');
  change(story, /^headline: .*$/m, 'headline: "Saved twice"');
  await shows('Saved twice');

  change('publication.ts', /name: '[^']*'/, "name: 'The Renamed Post'");
  await shows('The Renamed Post');
  change(story, /^headline: .*$/m, 'headline: "Saved three times"');
  await shows('Saved three times');
});
