import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkPaper } from '../../../src/check/check-paper.ts';
import { readSwitches } from '../../../src/config/switches.ts';
import { createCheckOfOneText } from '../../../src/desk/server/check-one-text.ts';
import { deskFolderOf } from '../../../src/desk/server/desk-folder.ts';
import { copyPaper } from '../../desk/desk-fixture.ts';

const left: string[] = [];
afterEach(async () => {
  for (const folder of left.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** The check of saves in a copy of a paper. */
const open = async (paper: string) => {
  const copy = await copyPaper(paper);
  const cache = await mkdtemp(path.join(tmpdir(), 'desk-cache-'));
  left.push(copy, cache);
  const switches = readSwitches({ PAPER_DIR: copy, CACHE_DIR: cache });
  const folder = deskFolderOf(switches);
  if (typeof folder === 'string') throw new Error(folder);
  const check = createCheckOfOneText(folder, switches);
  const read = (file: string): string => readFileSync(path.join(copy, file), 'utf8');
  return {
    ...{ copy, switches, read },
    save: (file: string, text: string) =>
      check([{ path: file, bytes: Buffer.from(text), was: '0'.repeat(40) }]),
    create: (file: string, text: string, ...pictures: { path: string; bytes: Uint8Array }[]) =>
      check(
        [...pictures, { path: file, bytes: Buffer.from(text) }].map((one) => ({
          ...one,
          was: undefined,
        })),
      ),
  };
};

const analysis = 'content/articles/2025/an-analysis/index.md';
const everyElement = 'content/articles/2025/every-element/index.md';

test('a text is told the same against the paper in memory as by the whole check', async () => {
  const { copy, switches, read, save } = await open('tests/fixtures/mistakes');
  const { mistakes } = await checkPaper(switches);
  let judged = 0;
  for (const file of globSync('content/{articles,authors,sections,pages}/**/*.{md,yaml}', {
    cwd: copy,
  })) {
    const found = await save(file, read(file));
    if (found === 'unknown') continue;
    judged += 1;
    expect(found, file).toEqual(mistakes.filter((mistake) => mistake.file === file));
  }
  expect(judged).toBeGreaterThan(30);
}, 60_000);

test('a headline, a correction and another topic are judged in memory; what others rely on is not', async () => {
  const { copy, read, save } = await open('tests/fixtures/style-guide');
  const text = read(analysis).replace('\nkind:', '\ntopics: [Rivers]\nkind:');
  writeFileSync(path.join(copy, analysis), text);
  const withField = (line: string): string => text.replace('\nkind:', `\n${line}\nkind:`);
  const correction = 'corrections: [{ date: "2025-03-01T09:00:00+02:00", text: It was Monday. }]';
  for (const fine of [
    text.replace(/^headline: .*$/m, 'headline: Another'),
    withField(correction),
    text.replace('Rivers', 'Harbours, Rivers'),
  ]) {
    expect(await save(analysis, fine)).toEqual([]);
  }
  expect(await save(analysis, text.replace('Rivers', 'Harbours'))).toBe('unknown');
  expect(await save(analysis, withField('draft: true'))).toBe('unknown');
  const long = read(everyElement);
  expect(await save(everyElement, `${long}\nOne more paragraph.\n`)).toEqual([]);
  expect(await save(everyElement, long.replace(/^## .*$/m, '## Renamed'))).toBe('unknown');
});

/** A part of a series that another story already is would be one more mistake. */
const inNoSeries = (text: string): string => text.replace(/^series: .*\n/m, '');

test('a new story that takes the address of another is refused, with the file that has it', async () => {
  const { read, create } = await open('tests/fixtures/style-guide');
  const text = inNoSeries(read(analysis));
  const mine = 'content/articles/2020/an-analysis/index.md';
  const found = await create(mine, text);
  expect(found).not.toBe('unknown');
  expect(found).not.toEqual([]);
  expect(await create('content/articles/2025/quite-new/index.md', text)).toEqual([]);
});

test('a picture that comes with its story is looked at before it is stored', async () => {
  const { copy, read, create } = await open('tests/fixtures/style-guide');
  const folder = 'content/articles/2025/with-a-picture';
  const text = inNoSeries(read(analysis)).replace(
    /^(section:)/m,
    'leadImage: { src: photo.png, alt: A dog }\n$1',
  );
  const picture = (bytes: Uint8Array) => ({ path: `${folder}/photo.png`, bytes });
  const logo = readFileSync(path.join(copy, 'content/logo.png'));
  expect(await create(`${folder}/index.md`, text, picture(logo))).toEqual([]);
  expect(await create(`${folder}/index.md`, text)).toMatchObject([{ field: 'leadImage.src' }]);
  const broken = picture(Buffer.from('no picture'));
  expect(await create(`${folder}/index.md`, text, broken)).toMatchObject([
    { field: 'leadImage.src' },
  ]);
});

test('what other programs change meanwhile counts', async () => {
  const { copy, read, save } = await open('tests/fixtures/style-guide');
  const text = read(analysis);
  expect(await save(analysis, text)).toEqual([]);
  const [section = ''] = /(?<=^section: ).*$/m.exec(text) ?? [];
  const file = path.join(copy, 'content/sections', `${section}.yaml`);
  const before = readFileSync(file);
  rmSync(file);
  expect(await save(analysis, text)).toMatchObject([{ field: 'section' }]);
  writeFileSync(file, before);
  expect(await save(analysis, text)).toEqual([]);
});
