import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from 'cheerio';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureCache } from '../papers.ts';
import { filesIn } from '../files-in.ts';

/*
 * A newsroom prints its edition with drafts, then the paper that readers see. The paper is a small one: with a draft, a
 * scheduled story that is embargoed, and pictures of both.
 */

const folder = mkdtempSync(path.join(tmpdir(), 'draft-edition-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const paper = path.join(folder, 'paper');
const drafts = path.join(paper, 'dist-drafts');

const build = (args: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['src/commands/build.ts', ...args], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: '/dev/null',
      NODE_ENV: 'production',
      PAPER_DIR: paper,
      PICTURE_CACHE: path.resolve(pictureCache),
      ...env,
    },
  });
const readers = { SOURCE_DATE_EPOCH: String(Date.parse('2026-12-24T12:00:00+02:00') / 1000) };

const write = async (id: string, headline: string, fields: string, colour: string) => {
  const place = path.join(paper, 'content/articles/2026', id);
  mkdirSync(place, { recursive: true });
  writeFileSync(
    path.join(place, 'index.md'),
    `---\nheadline: "${headline}"\nstandfirst: "In short."\nsection: news\nauthors: [newsroom]\n` +
      `leadImage: { src: ./${id}.png, alt: "A view" }\n${fields}---\n\nThe text of ${id}.\n`,
  );
  await sharp({ create: { width: 900, height: 600, channels: 3, background: colour } })
    .png()
    .toFile(path.join(place, `${id}.png`));
};

let printed: ReturnType<typeof build>;
let afterwards: ReturnType<typeof build>;

beforeAll(async () => {
  cpSync('templates/paper', paper, { recursive: true });
  rmSync(path.join(paper, 'tsconfig.json'));
  await write('umbra', 'A secret draft', 'published: "2026-12-01T09:00:00Z"\ndraft: true\n', 'red');
  const moment = '"2026-12-24T18:00:00+02:00"';
  await write('penumbra', 'A secret report', `published: ${moment}\nembargo: ${moment}\n`, 'green');
  printed = build(['--with-drafts', '--at', '2026-12-24T12:00:00+02:00']);
  afterwards = build([], readers);
}, 120_000);

test('prints drafts and what is held back into a folder of its own, and says on each page what it is', () => {
  expect(printed.status, printed.stderr + printed.stdout).toBe(0);
  const pages = globSync('**/*.html', { cwd: drafts });
  expect(pages.length).toBeGreaterThan(8);
  for (const page of pages) {
    const $ = load(readFileSync(path.join(drafts, page)));
    expect($('meta[name=robots]').attr('content'), page).toContain('noindex');
    expect($('[data-draft-bar]').text(), page).toContain('Draft edition');
    expect($('[data-draft-bar]').text(), page).toMatch(/December 24, 2026/);
    expect($('link[type*=rss], link[type*=atom], a[href$="/feeds/"]').length, page).toBe(0);
  }
  const bar = (page: string) =>
    load(readFileSync(path.join(drafts, page)))('[data-draft-bar]').text();
  expect(bar('2026/12/umbra/index.html')).toMatch(/Draft\s*$/);
  expect(bar('2026/12/penumbra/index.html')).toContain('Embargoed until December 24, 2026');
  expect(bar('2026/12/penumbra/index.html')).toContain('Scheduled for December 24, 2026');
  const front = load(readFileSync(path.join(drafts, 'index.html')));
  expect(front('[data-held="Draft"]').text()).toContain('A secret draft');
});

test('has nothing that machines would follow, and tells them to stay away', () => {
  const files = [...filesIn(drafts).keys()];
  expect(
    files.filter((file) => /sitemap|rss\.xml|atom\.xml|feed\.json|\.opml|ads\.txt/.test(file)),
  ).toEqual([]);
  expect(readFileSync(path.join(drafts, 'robots.txt'), 'utf8')).toBe(
    'User-agent: *\nDisallow: /\n',
  );
  const sent = [...filesIn(`${drafts}-hosting`), ...filesIn(drafts)]
    .filter(([, text]) => text.includes('X-Robots-Tag'))
    .map(([file]) => file.split(path.sep)[0]);
  expect(new Set(sent)).toEqual(
    new Set(['_headers', '.htaccess', 'caddy', 'cloudfront', 'nginx', 'vercel.json']),
  );
});

test('leaves no trace in the paper that readers see, which is the same as one built from zero', () => {
  expect(afterwards.status, afterwards.stderr).toBe(0);
  const dist = filesIn(path.join(paper, 'dist'));
  for (const [file, bytes] of dist) {
    expect(file).not.toMatch(/umbra/);
    expect(bytes.includes('secret'), file).toBe(false);
    expect(/data-held|data-draft-bar/.test(bytes.toString('latin1')), file).toBe(false);
  }
  rmSync(path.join(paper, '.cache'), { recursive: true });
  const elsewhere = path.join(folder, 'anew');
  const anew = build([], { ...readers, OUT_DIR: elsewhere });
  expect(anew.status, anew.stderr).toBe(0);
  const fresh = filesIn(elsewhere);
  expect([...dist.keys()].sort()).toEqual([...fresh.keys()].sort());
  expect([...dist].filter(([file, bytes]) => !fresh.get(file)?.equals(bytes))).toEqual([]);
}, 60_000);

test('refuses the folder of the paper, and the paper refuses that of drafts', () => {
  const into = build(['--with-drafts'], { OUT_DIR: path.join(paper, 'dist') });
  expect([into.status, into.stderr + into.stdout]).toEqual([
    1,
    expect.stringContaining('drafts must not be published'),
  ]);
  const back = build([], { OUT_DIR: drafts });
  expect([back.status, back.stderr + back.stdout]).toEqual([
    1,
    expect.stringContaining('which holds a draft edition'),
  ]);
  expect(existsSync(path.join(drafts, 'draft-edition.txt'))).toBe(true);
}, 60_000);

test('fails before its embargo if the story is dated earlier, and the last edition stays', () => {
  const story = path.join(paper, 'content/articles/2026/penumbra/index.md');
  const text = readFileSync(story, 'utf8');
  writeFileSync(story, text.replace(/^published: .*$/m, 'published: "2026-12-24T09:00:00+02:00"'));
  const { status, stderr } = build([], readers);
  writeFileSync(story, text);
  expect(status).toBe(1);
  expect(stderr).toContain('content/articles/2026/penumbra/index.md');
  expect(stderr).toContain('embargoed until 2026-12-24T18:00:00+02:00');
}, 60_000);
